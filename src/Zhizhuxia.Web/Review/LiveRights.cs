using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Review;

/// <summary>Whether somebody whose request began a while ago may still look: asked of the database anew each time.</summary>
internal sealed class LiveRights(IServiceScopeFactory scopes, IOptions<IdentityOptions> identity, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Not switched off, not signed out everywhere, and with a role that sees pieces.</summary>
    public async Task<bool> HoldAsync(ClaimsPrincipal person, CancellationToken ct)
    {
        if (!Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id))
            return false;
        await using var scope = scopes.CreateAsyncScope();
        var editor = await scope.ServiceProvider.GetRequiredService<PortalDb>().Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && !row.Disabled, ct);
        return editor is not null && Actor.Of(editor).Reviews && editor.SecurityStamp == person.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType);
    }
}
