using Zhizhuxia.Web.Account;

namespace Zhizhuxia.Web.Review;

/// <summary>The figures of the navigation alone, for a page that is open.</summary>
public sealed class CountsModel(CurrentActor current, DeskCounts counts) : DeskPage(current)
{
    public int Waiting { get; private set; }

    public int Mails { get; private set; }

    public int Parked { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ActorAsync(ct);
        (Waiting, Mails) = (await counts.WaitingAsync(ct), await counts.MailsAsync(ct));
        Parked = Administers ? await counts.ParkedAsync(ct) : 0;
    }
}
