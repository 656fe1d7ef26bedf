using System.Globalization;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Zhizhuxia.Accounts;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Account;

/// <summary>The signed-in person of this request as the database knows them now: who was switched off or lost a role a moment ago acts no more.</summary>
public sealed class CurrentActor(IHttpContextAccessor http, PortalDb db, IOptions<AccountsOptions> options, TimeProvider clock)
{
    private Editor? _editor;
    private IReadOnlyList<Role>? _lent;

    /// <summary>For <see cref="Submission.Apply"/> and the queries of the desk.</summary>
    /// <exception cref="RefusedException"><c>not-found</c>: nobody is signed in, or not any more.</exception>
    public async Task<Actor> GetAsync(CancellationToken ct)
    {
        var editor = await EditorAsync(ct);
        return Actor.Of(editor, _lent ??= await db.LentToAsync(editor, options.Value, clock.GetUtcNow(), ct));
    }

    /// <summary>The person, not tracked.</summary>
    /// <exception cref="RefusedException"><c>not-found</c>: nobody is signed in, or not any more.</exception>
    public async Task<Editor> EditorAsync(CancellationToken ct)
    {
        if (_editor is null && Id() is { } id)
            _editor = await db.Users.AsNoTracking().SingleOrDefaultAsync(editor => editor.Id == id && !editor.Disabled, ct);
        return _editor is { } found && !options.Value.MustEnrol(found) ? found : throw new RefusedException("not-found");
    }

    private Guid? Id() => http.HttpContext?.User is { Identity.IsAuthenticated: true } user
        && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id) ? id : null;
}
