using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>
/// A mail becomes a piece (T2): a film if it carries one or promises one, a link if its words have an address, else a proposal. Consents and declarations
/// are missing; the receipt has the link to complete them. Runs within a transaction; saving is the caller's.
/// </summary>
public sealed partial class ReceiveMail(PortalDb db, ReceiptCodes codes, TimeProvider clock)
{
    private const int LongestTitle = 40;
    private const int LongestText = 800;
    private const int LongestMaterial = 4000;
    private const int LongestName = 20;
    private const int MostAwaited = 20;

    /// <summary>Receipts to one address in 24 hours: after these it is somebody's machine, or somebody in need of none.</summary>
    private const int MostReceipts = 3;

    /// <returns>The piece, pending.</returns>
    public async Task<Submission> RunAsync(MailedPiece mail, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var piece = new Submission { Id = mail.Id, Kind = KindOf(mail), Channel = Channel.Mail, CreatedAt = now };
        var words = PlainText.Block(mail.Text) ?? "";
        piece.Contact = new(NameOf(mail), null, mail.Address);
        piece.Fill(new(TitleOf(mail, words), Cut(words, LongestText), [], null, null, null));
        piece.LinkText = piece.Kind is SubmissionKind.Link ? Cut(words.Length > 0 ? words : mail.Links[0].Url, LongestMaterial) : null;
        piece.ProposalText = piece.Kind is SubmissionKind.Proposal ? Cut(words.Length > 0 ? words : piece.Title, LongestMaterial) : null;
        piece.Take(mail.Films, now);
        piece.AwaitedFiles.AddRange(mail.Awaited.Take(MostAwaited).Select((file, place) => new AwaitedFile
        {
            Id = Guid.CreateVersion7(now.AddMilliseconds(place)), SubmissionId = piece.Id, Name = file.Name, Size = file.Size, Url = file.Url, Expires = file.Expires, CreatedAt = now,
        }));
        if (mail.Links.Count > 0)
            piece.Know(mail.Links, now);
        piece.Apply(Verb.Receive, Actor.Machine, now, new() { Mailed = new(mail.SentAt, mail.MessageId, await IsAnsweredAsync(mail, now, ct)) });
        piece.Number = await db.NextNumberAsync(now, ct);
        piece.ReceiptHash = codes.HashOf(codes.CodeOf(piece.Id));
        db.Add(piece);
        return piece;
    }

    private static SubmissionKind KindOf(MailedPiece mail) => mail switch
    {
        { Films.Count: > 0 } or { Awaited.Count: > 0 } => SubmissionKind.Film,
        { Links.Count: > 0 } => SubmissionKind.Link,
        _ => SubmissionKind.Proposal,
    };

    private async Task<bool> IsAnsweredAsync(MailedPiece mail, DateTimeOffset now, CancellationToken ct)
    {
        if (!mail.MayBeAnswered || mail.Address is not { } address)
            return false;
        var (since, lower) = (now.AddHours(-24), address.ToLowerInvariant());
#pragma warning disable CA1304, CA1311, CA1862 // it becomes SQL
        return await db.Letters.CountAsync(letter => letter.Kind == LetterKind.Received && letter.CreatedAt > since && letter.To.ToLower() == lower, ct) < MostReceipts;
#pragma warning restore CA1304, CA1311, CA1862
    }

    private static string NameOf(MailedPiece mail)
    {
        var name = PlainText.Line(mail.Name) ?? mail.Address?.Split('@')[0] ?? "来信读者";
        return Cut(name, LongestName);
    }

    /// <summary>The subject without what mail programs put before it, else the words' first line.</summary>
    private static string TitleOf(MailedPiece mail, string words)
    {
        var subject = Prefixes().Replace(PlainText.Line(mail.Subject) ?? "", "").Trim();
        var title = subject.Length > 0 ? subject : words.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 1) ?? "";
        return title.Length < 2 ? $"邮件来稿{title}" : Cut(title, LongestTitle);
    }

    private static string Cut(string text, int longest) => PlainText.Count(text) <= longest
        ? text
        : string.Concat(text.EnumerateRunes().Take(longest - 1).Select(rune => rune.ToString())) + "…";

    [GeneratedRegex(@"^(?:\s*(?:re|fwd?|回复|答复|转发|轉寄|回覆)\s*(?:\[\d+\])?\s*[:：])+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Prefixes();
}
