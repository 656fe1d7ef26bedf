using Zhizhuxia.Mail;
using Zhizhuxia.Web.Account;
using Zhizhuxia.Web.Review;

namespace Zhizhuxia.Web.Mailroom;

/// <summary>信件样张: what each letter says, as HTML and as plain text.</summary>
public sealed class SamplesModel(CurrentActor current, LetterSamples samples) : DeskPage(current)
{
    public IReadOnlyList<LetterSample> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ActorAsync(ct);
        All = samples.All();
    }
}
