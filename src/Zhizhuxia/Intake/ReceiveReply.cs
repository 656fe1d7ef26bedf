using System.Text.RegularExpressions;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>
/// The reader of a piece writes again: words are an answer when something was asked, films become files of the piece. Runs within a transaction; saving
/// is the caller's.
/// </summary>
public sealed partial class ReceiveReply(PortalDb db, TimeProvider clock)
{
    private const int LongestAnswer = 2000;

    /// <param name="mailId">The mail that the reply came by.</param>
    /// <param name="text">The mail's words, with what it quotes.</param>
    /// <param name="films">In the store. Only where the piece can take them.</param>
    /// <exception cref="RefusedException">The piece has moved on meanwhile.</exception>
    public async Task RunAsync(Guid pieceId, Guid mailId, string text, IReadOnlyList<MailedFilm> films, CancellationToken ct)
    {
        var piece = await db.GetAsync(pieceId, ct);
        var now = clock.GetUtcNow();
        var words = Own(text);
        db.Add(Message.OfReader(pieceId, words.Length > 0 ? words : films.Count > 0 ? "（没有写字，寄来了视频）" : "（没有写字）", now, mailId));
        if (films.Count > 0)
        {
            piece.Take(films, now);
            await db.AwaitNoMoreAsync(pieceId, now, ct);
        }
        if (piece.State is State.Waiting && films.Count > 0)
            piece.Apply(Verb.AnswerWithMaterial, Actor.Reader, now, new() { Answer = words });
        else if (piece.State is State.Waiting && words.Length >= 2)
            piece.Apply(Verb.Answer, Actor.Reader, now, new() { Answer = words });
        else if (films.Count > 0)
            piece.Apply(Verb.Supplement, Actor.Reader, now, Decision.Plain);
    }

    /// <summary>What the reader has written, without what is quoted below it.</summary>
    public static string Own(string text)
    {
        var words = PlainText.Block(text) ?? "";
        var quote = Quote().Match(words);
        var own = (quote.Success ? words[..quote.Index] : words).Trim();
        return own.Length <= LongestAnswer ? own : own[..LongestAnswer];
    }

    [GeneratedRegex(@"^(?:>|[-_—]{3,}\s*(?:原始邮件|原邮件|回复的原邮件|Original Message|Original)|在\s?.{4,60}(?:写道|wrote)\s*[:：]?\s*$|On .{8,100}wrote:\s*$|.{2,80}于\s?\d{4}.{4,60}写道\s*[:：]|(?:发件人|From)\s*[:：]\s?.*@)", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quote();
}
