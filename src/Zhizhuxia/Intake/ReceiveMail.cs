using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>
/// A mail becomes a piece (T2): a film if it carries one or promises one, a link if its words have an address, else a proposal. Consents and declarations
/// are missing; the receipt has the link to complete them. Runs within a transaction; saving is the caller's.
/// </summary>
public sealed class ReceiveMail(PortalDb db, ReceiptCodes codes, TimeProvider clock)
{
    private const int MostAwaited = 20;

    /// <summary>Receipts to one address in 24 hours: after these it is somebody's machine, or somebody in need of none.</summary>
    private const int MostReceipts = 3;

    /// <returns>The piece, pending.</returns>
    public async Task<Submission> RunAsync(MailedPiece mail, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var piece = new Submission { Id = mail.Id, Kind = KindOf(mail), Channel = Channel.Mail, CreatedAt = now };
        var words = MailedWords.Of(mail.Subject, mail.Text);
        piece.Contact = new(MailedWords.NameOf(mail.Name, mail.Address), null, mail.Address);
        piece.Fill(new(words.Title, words.Text, [], null, null, null));
        piece.LinkText = piece.Kind is SubmissionKind.Link ? words.Material ?? mail.Links[0].Url : null;
        piece.ProposalText = piece.Kind is SubmissionKind.Proposal ? words.Material ?? piece.Title : null;
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
}
