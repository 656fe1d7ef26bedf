using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Zhizhuxia.Data;
using Zhizhuxia.Mail.Mime;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>What a letter follows: the mails that its reader has written about the piece, and our receipt.</summary>
public sealed class LetterThread(PortalDb db, OwnMessageId ids, IOptions<MailOptions> options)
{
    private const int Most = 20;

    /// <returns>Message-IDs, the oldest first; none where the reader has written no mail.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(Letter letter, CancellationToken ct)
    {
        if (letter.EditorId is not null || letter.InReplyTo is not null || letter.SubmissionId is not { } piece)
            return [];
#pragma warning disable CA1304, CA1311, CA1862 // it becomes SQL
        var mails = await db.InboundMails.AsNoTracking()
            .Where(mail => mail.SubmissionId == piece && (mail.State == InboundState.Piece || mail.State == InboundState.Joined) && mail.From!.ToLower() == letter.To.ToLower())
            .OrderBy(mail => mail.ReceivedAt).Take(Most).Select(mail => new { At = mail.ReceivedAt, mail.MessageId }).ToListAsync(ct);
#pragma warning restore CA1304, CA1311, CA1862
        if (mails.Count == 0)
            return [];
        var receipts = await db.Letters.AsNoTracking()
            .Where(sent => sent.SubmissionId == piece && sent.Kind == LetterKind.Received && sent.SentAt != null && sent.Id != letter.Id)
            .Select(sent => new { At = sent.SentAt!.Value, sent.Id }).ToListAsync(ct);
        var host = MailAddress.Parse(options.Value.FromAddress).Host;
        return
        [
            .. mails.Select(mail => (mail.At, Id: ReadFacts.Quotable(mail.MessageId))).Concat(receipts.Select(sent => (sent.At, Id: (string?)ids.Of(sent.Id, host))))
                .OrderBy(one => one.At).Select(one => one.Id).OfType<string>().Distinct(),
        ];
    }
}
