using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Zhizhuxia.Web.Uploads;

/// <summary>
/// For the page that takes films without script: reads its multipart form before anything else would, films straight into the upload area.
/// What is left is an ordinary form for the antiforgery check and for binding.
/// </summary>
/// <param name="draftField">Name of the field with the draft's id; it stands before the file in the form.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FilmFormAttribute(string draftField) : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>Before the antiforgery check, which would buffer the form.</summary>
    public int Order => -1000;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || http.Request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) is not true)
            return;
        var reader = http.RequestServices.GetRequiredService<FilmForm>();
        if (http.Request.ContentLength > reader.MostBytes)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge); // said before anything is read
            return;
        }
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = reader.MostBytes;
        await reader.ReadAsync(http, draftField, http.RequestAborted);
    }
}
