using Microsoft.AspNetCore.Authorization;

namespace Zhizhuxia.Web.Account;

/// <summary>Leads a person whose role needs a second factor to enrolment before anything else.</summary>
internal static class Enrolment
{
    public const string Address = "/account/second-factor";

    /// <summary>Between authentication and authorization: such a person has no roles yet, and would only see that nothing is there.</summary>
    public static void UseEnrolment(this WebApplication app) => app.Use((context, next) =>
    {
        var isOpen = context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        if (isOpen || context.Request.Path.StartsWithSegments("/account") || !context.User.HasClaim(claim => claim.Type == EditorClaims.MustEnrol))
            return next(context);
        context.Response.Redirect($"{Address}?returnUrl={Uri.EscapeDataString(context.Request.Path)}");
        return Task.CompletedTask;
    });
}
