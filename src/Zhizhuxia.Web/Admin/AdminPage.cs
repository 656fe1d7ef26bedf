using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Admin;

/// <summary>What the administrators' pages share: what was done or refused, in one sentence.</summary>
public abstract class AdminPage : PageModel
{
    public string? Refusal { get; protected set; }

    public string? Done { get; protected set; }

    /// <summary>The administrator of this request.</summary>
    protected Guid Me => Guid.Parse(User.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);

    /// <summary>Does it and says so; a rule's "no" stays on the page.</summary>
    protected async Task TryAsync(Func<Task> act, string done)
    {
        try
        {
            await act();
            Done = Refusal is null ? done : null;
        }
        catch (RefusedException refused) when (refused.Code is not "not-found")
        {
            Refusal = RefusalTexts.Of(refused);
        }
        ModelState.Clear();
    }
}
