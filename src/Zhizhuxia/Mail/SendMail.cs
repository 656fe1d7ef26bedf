using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>Sends one letter. Handed over first, then the row: a crash between repeats the mail under the same Message-ID.</summary>
public sealed class SendMail(PortalDb db, ComposeLetter compose, IMailTransport transport, TimeProvider time) : IJobHandler
{
    public JobKind Kind => JobKind.SendMail;

    public async Task RunAsync(JobContext job, CancellationToken ct)
    {
        var letter = await db.Letters.SingleAsync(row => row.Id == job.LetterId, ct);
        if (letter.State is LetterState.Waiting)
            await SendAsync(letter, ct);
        await job.CompleteAsync(db, ct);
    }

    private async Task SendAsync(Letter letter, CancellationToken ct)
    {
        var piece = letter.EditorId is null && letter.SubmissionId is { } id ? await db.LoadAsync(id, ct) : null;
        await transport.SendAsync(compose.Run(letter, piece, time.GetUtcNow()), ct);
        letter.State = LetterState.Sent;
        letter.SentAt = time.GetUtcNow();
    }
}
