using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;
using Zhizhuxia.Intake;

namespace Zhizhuxia.Web.Uploads;

/// <summary>Lets a form bring films up to <see cref="IntakeOptions.MaxFormFilmMiB"/>. Runs before antiforgery, which reads the form.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FormFilmLimitsAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>For the fields beside the films.</summary>
    private const long Fields = 1 << 20;

    /// <summary>Before antiforgery (1000), as the framework's own limits.</summary>
    public int Order => 900;

    /// <inheritdoc />
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var http = context.HttpContext;
        var most = http.RequestServices.GetRequiredService<IOptions<IntakeOptions>>().Value.MaxFormFilmBytes + Fields;
        if (http.Request.ContentLength > most)
        {
            // Said at once: antiforgery would only report a form it cannot read.
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
            return;
        }
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = most;
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = most }));
    }
}
