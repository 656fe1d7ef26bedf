using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.Web.Account;

/// <summary>A page that asks for the password again when it was given too long ago. What was sent to it is not done then; the page comes back with ?confirmed.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RecentlyConfirmedAttribute : Attribute, IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        var span = services.GetRequiredService<IOptions<AccountsOptions>>().Value.StepUp;
        var request = context.HttpContext.Request;
        if (await services.GetRequiredService<EditorSignIn>().IsConfirmedAsync(span))
            await next();
        else
            context.Result = new LocalRedirectResult($"/account/confirm?returnUrl={Uri.EscapeDataString(request.Path + (HttpMethods.IsGet(request.Method) ? request.QueryString : "?confirmed"))}");
    }
}
