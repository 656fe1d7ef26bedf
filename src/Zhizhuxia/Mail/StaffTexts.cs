using Microsoft.Extensions.Options;
using Zhizhuxia.Mail.Mime;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>The words of the letters to the staff: the piece and the event, never a reader's name or address.</summary>
public sealed class StaffTexts(IOptions<MailOptions> options)
{
    private const string Tag = "【知株侠编辑部】";
    private readonly MailOptions _options = options.Value;

    /// <summary>What waits for one person.</summary>
    /// <param name="name">The person's.</param>
    /// <param name="pieces">At least one, those to be named; the oldest first.</param>
    /// <param name="count">How many wait in all.</param>
    public LetterText Digest(string name, IReadOnlyList<StaffPiece> pieces, int count, DateTimeOffset now)
    {
        var soon = pieces.Count(piece => piece.IsSoon(now));
        var subject = $"{Tag}有 {count} 篇稿件等您处理{(soon > 0 ? $"，{soon} 篇临近 15 日期限" : "")}";
        var left = pieces.ToList();
        string[] parts =
        [
            Part("突发", Take(left, piece => piece.IsUrgent), now),
            Part("15 日期限将到或已过", Take(left, piece => piece.IsSoon(now)), now),
            Part("退回来的", Take(left, piece => piece.IsReturned), now),
            Part(pieces.Count > left.Count ? "其他" : "", left, now),
        ];
        return Letter(name, subject, $"""
            现在有 {count} 篇稿件等您处理。

            {string.Join("\n\n", parts.Where(part => part.Length > 0))}
            {(count > pieces.Count ? $"\n还有 {count - pieces.Count} 篇没有列出来。\n" : "")}
            打开队列：
            {_options.PublicAddress}/desk

            这封信在有稿件等您时才发。不想收，可以在“我的账号”里关掉：
            {_options.PublicAddress}/account
            """);
    }

    /// <summary>A piece whose 15 days are nearly over.</summary>
    public LetterText Clock(string name, StaffPiece piece, DateTimeOffset now) => Letter(name, $"{Tag}《{Title(piece)}》15 日期限{Left(piece, now)}", $"""
        这篇稿件还在{DeskWords.Of(piece.State)}，等您处理：

        {Line(piece, now)}

        按照《著作权法》第三十五条，自稿件发出之日起十五日内（到{Beijing.Minute(piece.AnswerDue ?? now)}为止）没有收到采用通知，作者就可以投给别家。
        请尽快审看，或先请读者补充：
        {_options.PublicAddress}/desk/pieces/{piece.Id}
        """);

    /// <summary>Breaking news.</summary>
    public LetterText Urgent(string name, StaffPiece piece, DateTimeOffset now) => Letter(name, $"{Tag}突发：《{Title(piece)}》等您{DeskWords.Of(piece.State)}", $"""
        同事把这篇稿件标为突发，请您马上看：

        {Line(piece, now)}

        {_options.PublicAddress}/desk/pieces/{piece.Id}
        """);

    private static List<StaffPiece> Take(List<StaffPiece> from, Predicate<StaffPiece> which)
    {
        var taken = from.FindAll(which);
        from.RemoveAll(which);
        return taken;
    }

    private static string Part(string heading, List<StaffPiece> pieces, DateTimeOffset now) => pieces.Count == 0
        ? ""
        : $"{(heading.Length > 0 ? $"{heading}（{pieces.Count} 篇）\n" : "")}{string.Join('\n', pieces.Select(piece => Line(piece, now)))}";

    private static string Line(StaffPiece piece, DateTimeOffset now)
    {
        var left = Left(piece, now);
        var returned = piece is { IsReturned: true, Last: { } step } ? $"，{step.ActorName}{DeskWords.Of(step.Verb)}：{HeaderText.Clean(step.Comment ?? "", 60)}" : "";
        return $"· {piece.Number}《{Title(piece)}》{Stage(piece.State)}{(left.Length > 0 ? $"，15 日期限{left}" : "")}{returned}";
    }

    private static string Stage(State state) => state is State.Adopted ? "等刊发" : $"在{DeskWords.Of(state)}";

    private static string Left(StaffPiece piece, DateTimeOffset now) => piece.DaysLeft(now) switch
    {
        null => "",
        <= 0 => "已过",
        1 => "只剩不到 1 天",
        var days => $"还剩 {days} 天",
    };

    private static string Title(StaffPiece piece) => HeaderText.Clean(piece.Title, 40) is { Length: > 0 } title ? title : "无题";

    private LetterText Letter(string name, string subject, string body) =>
        new(subject, $"{HeaderText.Clean(name, 30)}，您好：\n\n{body}\n\n{_options.Signature}\n".ReplaceLineEndings("\n"));
}
