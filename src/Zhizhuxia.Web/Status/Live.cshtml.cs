using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Status;

/// <summary>The status page looks again by itself: only the part that changes, for a <see cref="LiveTicket"/>.</summary>
[AllowAnonymous]
[EnableRateLimiting(Limits.Looks)]
[ResponseCache(NoStore = true, Duration = 0)]
public sealed class LiveModel(StatusQuery status, LiveTicket tickets, TimeProvider clock) : PageModel
{
    public LiveView Live { get; private set; } = null!;

    /// <exception cref="RefusedException"><c>receipt-unknown</c>: no ticket, or its piece cannot be opened by it any more.</exception>
    public async Task OnPostAsync(CancellationToken ct)
    {
        var code = tickets.CodeIn(Request) ?? throw new RefusedException("receipt-unknown");
        Live = LiveView.Of(await status.RunAsync(code, ct), clock.GetUtcNow());
    }
}
