using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.Web.Account;

/// <summary>What the cookie says of a person: id, name as colleagues see it, roles. Who must enrol a second factor first has no roles yet.</summary>
internal sealed class EditorClaims(UserManager<Editor> editors, IOptions<IdentityOptions> identity, IOptions<AccountsOptions> accounts)
    : UserClaimsPrincipalFactory<Editor>(editors, identity)
{
    /// <summary>Claim of a person who may do nothing but enrol.</summary>
    public const string MustEnrol = "zhizhuxia:must-enrol";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Editor user)
    {
        var claims = await base.GenerateClaimsAsync(user);
        claims.RemoveClaim(claims.FindFirst(claims.NameClaimType));
        claims.AddClaim(new(claims.NameClaimType, user.DisplayName));
        if (accounts.Value.MustEnrol(user))
            claims.AddClaim(new(MustEnrol, "1"));
        else
            claims.AddClaims(user.Roles.Select(role => new Claim(claims.RoleClaimType, role.ToString())));
        return claims;
    }
}
