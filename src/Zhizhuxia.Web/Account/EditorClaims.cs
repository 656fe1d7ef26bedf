using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.Web.Account;

/// <summary>What the cookie says of a person: id, name, roles.</summary>
internal sealed class EditorClaims(UserManager<Editor> editors, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Editor>(editors, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Editor user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaims(user.Roles.Select(role => new Claim(identity.RoleClaimType, role.ToString())));
        return identity;
    }
}
