using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>Sends one letter. Handed over first, then the row: a crash between repeats the mail under the same Message-ID.</summary>
public sealed class SendMail(PortalDb db, ComposeLetter compose, LetterThread thread, IMailTransport transport, TimeProvider time) : IJobHandler
{
    public JobKind Kind => JobKind.SendMail;

    public async Task RunAsync(JobContext job, CancellationToken ct)
    {
        var letter = await db.Letters.Include(row => row.Message).SingleAsync(row => row.Id == job.LetterId, ct);
        if (letter.State is LetterState.Waiting)
            await SendAsync(letter, ct);
        await job.CompleteAsync(db, ct);
    }

    private async Task SendAsync(Letter letter, CancellationToken ct)
    {
        if (letter.Kind is LetterKind.Declined && await db.Set<Step>().AnyAsync(step => step.SubmissionId == letter.SubmissionId && step.Verb == Verb.Reopen && step.At >= letter.CreatedAt, ct))
        {
            letter.State = LetterState.CalledBack; // it was opened again before this could go
            return;
        }
        var piece = letter.EditorId is null && letter.SubmissionId is { } id ? await db.LoadAsync(id, ct) : null;
        if (piece is not null && letter.Kind is LetterKind.Received)
            await db.Entry(piece).Collection(row => row.AwaitedFiles).LoadAsync(ct);
        var mail = compose.Run(letter, piece, time.GetUtcNow()) with { Thread = await thread.RunAsync(letter, ct) };
        await transport.SendAsync(mail, ct);
        PortalMeter.Mails.Add(1, new KeyValuePair<string, object?>("zhizhuxia.mail.direction", "sent"));
        letter.State = LetterState.Sent;
        letter.SentAt = time.GetUtcNow();
    }
}
