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

    /// <summary>A takedown that one person has decided alone.</summary>
    /// <param name="piece">Its last step is the takedown.</param>
    /// <param name="down">When it was.</param>
    public LetterText Countersign(string name, StaffPiece piece, DateTimeOffset down, DateTimeOffset now)
    {
        var until = down + Effects.CountersignWithin;
        return Letter(name, $"{Tag}《{Title(piece)}》已下线，{(now < until ? "等您会签" : "会签已过时限")}", $"""
            {piece.Last?.ActorName ?? "同事"}在{Beijing.Minute(down)}把已刊发的《{Title(piece)}》（{piece.Number}）下了线：
            {HeaderText.Clean(piece.Last?.Comment ?? "", 200)}

            {(now < until ? $"下线要由另一位终审在{Beijing.Minute(until)}之前会签。" : $"会签的时限（{Beijing.Minute(until)}）已经过了，请另一位终审尽快处理。")}同意就会签，不同意可以恢复刊发：
            {_options.PublicAddress}/desk/pieces/{piece.Id}
            """);
    }

    /// <summary>To an administrator: how the mailbox stands.</summary>
    /// <param name="since">Since when it fails.</param>
    /// <param name="trouble">Technical, or null.</param>
    public LetterText Mailbox(string name, MailboxNews news, DateTimeOffset since, string? trouble) => news switch
    {
        MailboxNews.Recovered => Letter(name, $"{Tag}信箱恢复收信了", $"""
            投稿信箱从{Beijing.Minute(since)}起收不到信，现在已经恢复。这段时间的来信会照常收下，一封不少。
            """),
        MailboxNews.LoginRefused => Letter(name, $"{Tag}信箱不让登录，收不到来信", $"""
            投稿信箱不让我们登录了：账号或授权码不对，或者已经失效（QQ、163 改过信箱密码，授权码就会失效）。在换上新的之前，读者的来信收不进来，但都在信箱里，不会丢。

            请换一个授权码，改好服务器上的设置后重新启动，再点一下“测试收信”：
            {_options.PublicAddress}/desk/settings/mail

            {LetterMarks.Said("技术信息", trouble)}
            """.TrimEnd()),
        _ => Letter(name, $"{Tag}收不到来信，请看一看", $"""
            投稿信箱从{Beijing.Minute(since)}起一直连不上，读者的来信收不进来。信都在信箱里，不会丢；程序还在自动重试，恢复后会再写信告诉您。

            请检查网络和信箱，再点一下“测试收信”：
            {_options.PublicAddress}/desk/settings/mail

            {LetterMarks.Said("技术信息", trouble)}
            """.TrimEnd()),
    };

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
