using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Zhizhuxia.Data;
using Zhizhuxia.Intake;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>
/// Reads a mail that is in the store: once to know what it is, and once more to take its films out. These are named by the mail and their place in it, so
/// that a second try finds what the first has stored. The last step is one commit with the end of the job.
/// </summary>
public sealed class ReadMail(PortalDb db, RawContent raw, JudgeMail judge, SettleMail settle, IOptions<IntakeOptions> options) : IJobHandler
{
    public JobKind Kind => JobKind.ReadMail;

    public async Task RunAsync(JobContext job, CancellationToken ct)
    {
        var mail = await db.InboundMails.AsNoTracking().SingleAsync(row => row.Id == job.MailId, ct);
        if (mail.State is not InboundState.Stored)
        {
            await job.CompleteAsync(db, ct);
            return;
        }
        var reading = await raw.ReadAsync(mail, ct);
        var judgement = await judge.RunAsync(mail, reading, ct);
        var films = judgement.TakesFilms ? await raw.KeepFilmsAsync(mail, reading, options.Value.MaxFiles, ct) : [];
        await job.CompleteAsync(db, () => settle.RunAsync(mail.Id, reading, judgement, films, ct), ct);
    }
}
