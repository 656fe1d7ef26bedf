using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;

namespace Zhizhuxia.Web.Review;

/// <summary>The figures beside the entries of the desk's navigation.</summary>
public sealed class DeskCounts(CurrentActor current, ReviewQueue queue, PortalDb db)
{
    /// <summary>Pieces that wait for the signed-in person; 0 for somebody who may act no more.</summary>
    public async Task<int> WaitingAsync(CancellationToken ct)
    {
        try
        {
            return await queue.CountAsync(await current.GetAsync(ct), ct);
        }
        catch (RefusedException)
        {
            return 0;
        }
    }

    /// <summary>Mails that want a person: 待归并 and 收信异常.</summary>
    public Task<int> MailsAsync(CancellationToken ct) =>
        db.InboundMails.CountAsync(mail => mail.State == InboundState.Unmatched || mail.State == InboundState.SetAside, ct);

    /// <summary>Jobs that were given up.</summary>
    public Task<int> ParkedAsync(CancellationToken ct) => db.Jobs.CountAsync(job => job.State == JobState.Dead, ct);
}
