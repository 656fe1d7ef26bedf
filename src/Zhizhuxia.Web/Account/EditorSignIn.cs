using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.Web.Account;

/// <summary>Sessions of the newsroom: none for who is switched off, none longer than the limit; each knows when its password was last typed.</summary>
public sealed class EditorSignIn(
    UserManager<Editor> editors, IHttpContextAccessor http, IUserClaimsPrincipalFactory<Editor> claims, IOptions<IdentityOptions> identity,
    IAuthenticationSchemeProvider schemes, SignInParts parts)
    : SignInManager<Editor>(editors, http, claims, identity, parts.Log, schemes, parts.Confirmation)
{
    private const string Began = "zhizhuxia.began";
    private const string Confirmed = "zhizhuxia.confirmed";

    public override Task<bool> CanSignInAsync(Editor user) => Task.FromResult(!user.Disabled);

    public override async Task<Editor?> ValidateSecurityStampAsync(ClaimsPrincipal? principal) =>
        await base.ValidateSecurityStampAsync(principal) is { Disabled: false } editor ? editor : null;

    public override Task SignInWithClaimsAsync(Editor user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var properties = authenticationProperties ?? new();
        if (!properties.Items.ContainsKey(Began))
            Mark(properties, Began, Confirmed);
        return base.SignInWithClaimsAsync(user, properties, additionalClaims);
    }

    /// <summary>Password or code was given again just now (security §3, step-up).</summary>
    public async Task ConfirmAsync(Editor editor)
    {
        var session = await Context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        Mark(session.Properties!, Confirmed);
        await base.SignInWithClaimsAsync(editor, session.Properties, []);
    }

    /// <summary>Whether password or code were given within <paramref name="span"/>.</summary>
    public async Task<bool> IsConfirmedAsync(TimeSpan span) =>
        (await Context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties is { } session
        && MarkOf(session, Confirmed) is { } at && parts.Clock.GetUtcNow() - at <= span;

    /// <summary>Ends a session that is too old, or whose person was signed out everywhere, switched off or given other roles.</summary>
    internal static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var longest = services.GetRequiredService<IOptions<AccountsOptions>>().Value.Longest;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (MarkOf(context.Properties, Began) is { } began && now - began < longest)
        {
            await SecurityStampValidator.ValidatePrincipalAsync(context);
            return;
        }
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private void Mark(AuthenticationProperties session, params ReadOnlySpan<string> marks)
    {
        foreach (var mark in marks)
            session.Items[mark] = parts.Clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture);
    }

    private static DateTimeOffset? MarkOf(AuthenticationProperties session, string mark) =>
        session.Items.TryGetValue(mark, out var ticks) && long.TryParse(ticks, CultureInfo.InvariantCulture, out var read)
            ? new DateTimeOffset(read, TimeSpan.Zero) : null;
}

/// <summary>What Identity's sign-in needs besides.</summary>
public sealed record SignInParts(ILogger<SignInManager<Editor>> Log, IUserConfirmation<Editor> Confirmation, TimeProvider Clock);
