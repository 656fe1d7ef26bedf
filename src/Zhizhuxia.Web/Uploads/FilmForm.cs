using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Uploads;

/// <summary>Reads a multipart form part by part: words are kept, films go into the upload area as they come, nothing is buffered.</summary>
internal sealed class FilmForm(ReceiveFilm films, IOptions<IntakeOptions> options)
{
    private const string Item = "zhizhuxia.film-refused";
    private const int MostFields = 100;
    private const int LongestField = 64 * 1024;

    /// <summary>Of the whole request: one film and the fields.</summary>
    public long MostBytes => options.Value.MaxFormFilmBytes + (1 << 20);

    /// <summary>Whose draft the films went into: as <see cref="UploadOwner.Of"/>.</summary>
    /// <exception cref="RefusedException">A film of this form was not taken; those before it are in the draft.</exception>
    public static string? OwnerOf(HttpContext context) => RefusalOf(context) is { } refused ? throw refused : UploadOwner.Of(context.Request);

    /// <summary>Afterwards <see cref="HttpRequest.Form"/> holds the fields.</summary>
    /// <exception cref="BadHttpRequestException">No multipart form, or one of absurd size.</exception>
    public async Task ReadAsync(HttpContext context, string draftField, CancellationToken ct)
    {
        var fields = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        var reader = new MultipartReader(BoundaryOf(context.Request), context.Request.Body);
        while (await reader.ReadNextSectionAsync(ct) is { } part)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var about))
                continue;
            if (about.IsFileDisposition())
                await TakeAsync(context, fields, draftField, about, part.Body, ct);
            else if (about.IsFormDisposition())
                await KeepAsync(fields, HeaderUtilities.RemoveQuotes(about.Name).ToString(), part.Body, ct);
        }
        context.Request.Form = new FormCollection(fields);
    }

    /// <summary>A form without a chosen file has a part with an empty name.</summary>
    private async Task TakeAsync(
        HttpContext context, Dictionary<string, StringValues> fields, string draftField, ContentDispositionHeaderValue about, Stream film, CancellationToken ct)
    {
        var name = HeaderUtilities.RemoveQuotes(about.FileNameStar.HasValue ? about.FileNameStar : about.FileName).ToString();
        if (name.Length == 0 || RefusalOf(context) is not null)
            return;
        try
        {
            if (!Guid.TryParse(fields.GetValueOrDefault(draftField), out var draft) || draft == Guid.Empty)
                throw new RefusedException("metadata-invalid");
            var network = Limits.NetworkOf(context.Connection.RemoteIpAddress);
            await films.RunAsync(new(draft, UploadOwner.Ensure(context), network, name, Length: 0, Metadata: null), film, ct);
        }
        catch (RefusedException refused)
        {
            context.Items[Item] = refused; // the page says it beside the other fields, which are not lost
        }
    }

    private static RefusedException? RefusalOf(HttpContext context) => context.Items[Item] as RefusedException;

    private static async Task KeepAsync(Dictionary<string, StringValues> fields, string name, Stream content, CancellationToken ct)
    {
        var value = new byte[LongestField + 1];
        var length = await content.ReadAtLeastAsync(value, value.Length, throwOnEndOfStream: false, ct);
        if (length > LongestField || fields.Count >= MostFields)
            throw new BadHttpRequestException("The form is too large", StatusCodes.Status413PayloadTooLarge);
        fields[name] = StringValues.Concat(fields.GetValueOrDefault(name), Encoding.UTF8.GetString(value, 0, length));
    }

    private static string BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is { Length: > 0 and <= 200 } boundary
            ? boundary
            : throw new BadHttpRequestException("No boundary");
}
