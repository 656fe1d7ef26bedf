using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhizhuxia.Accounts;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;

namespace Zhizhuxia.Web.Review;

/// <summary>What the pages about pieces share: who acts, as the database knows them now, and the sentence of a refusal.</summary>
[Authorize(Policies.Review)]
public abstract class DeskPage(CurrentActor current) : PageModel
{
    /// <summary>Why it was not done; null if nothing is wrong.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Set before the page is shown.</summary>
    public Actor Actor { get; private set; } = Actor.Reader;

    /// <summary>May open 卡住的工作.</summary>
    public bool Administers => Actor.Roles.Contains(Role.Administrator);

    /// <summary>What the desk looked like before this page was read: whatever changes from now on, the open page is told of.</summary>
    public override void OnPageHandlerSelected(Microsoft.AspNetCore.Mvc.Filters.PageHandlerSelectedContext context) =>
        ViewData["LiveQueue"] = HttpContext.RequestServices.GetRequiredService<DeskWatch>().Latest?.Queue;

    /// <exception cref="RefusedException"><c>not-found</c>: signed out, or no reviewing role any more.</exception>
    protected async Task<Actor> ActorAsync(CancellationToken ct)
    {
        Actor = await current.GetAsync(ct);
        return Actor.Reviews ? Actor : throw new RefusedException("not-found");
    }

    /// <summary>Shows the sentence on the page, with the status of the refusal.</summary>
    protected void Show(RefusedException refused)
    {
        Refusal = RefusalTexts.Of(refused);
        Response.StatusCode = Refusals.StatusOf(refused);
    }
}
