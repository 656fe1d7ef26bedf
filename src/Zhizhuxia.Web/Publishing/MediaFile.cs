using Microsoft.Net.Http.Headers;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Publishing;

/// <summary>Sends a stored film file: ranges, a type that we choose, nothing in it can run.</summary>
internal sealed class MediaFile(IBlobStore blobs)
{
    /// <summary>A film that is opened as a document may neither run, send nor frame anything.</summary>
    private const string Policy = "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

    private const string Film = "video/mp4";

    /// <summary>The file, or 404 as for everything that is not there.</summary>
    /// <param name="key">Null: it is not there for this person.</param>
    /// <param name="contentType">Fixed by us; the file has no say.</param>
    /// <param name="downloadName">Not null: to be saved under this name instead of shown.</param>
    /// <param name="cache">Cache-Control; <c>no-store</c> for what only editors see.</param>
    /// <exception cref="RefusedException"><c>not-found</c></exception>
    public async Task<IResult> SendAsync(HttpContext context, BlobKey? key, string contentType, string? downloadName, string cache)
    {
        var content = key is { } named ? await OpenAsync(named, context.RequestAborted) : throw new RefusedException("not-found");
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = cache;
        // Keys are written once, so the key is the version.
        var tag = cache == "no-store" ? null : new EntityTagHeaderValue($"\"{named.Value.Replace('/', '-')}\"");
        return TypedResults.Stream(content, contentType, downloadName, lastModified: null, tag, enableRangeProcessing: true);
    }

    /// <summary>
    /// As <see cref="SendAsync"/>; films go straight from the store to the reader where it signs addresses. The answer is asked for anew each time, so
    /// that rights are asked for each time.
    /// </summary>
    public async Task<IResult> SendOrSignAsync(HttpContext context, BlobKey? key, string contentType, string? downloadName, string cache)
    {
        if (blobs.Origin is null || key is not { } named || contentType != Film)
            return await SendAsync(context, key, contentType, downloadName, cache);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Redirect((await blobs.SignAsync(named, contentType, downloadName, context.RequestAborted))!.AbsoluteUri);
    }

    /// <summary>By the name that we gave the file.</summary>
    public static string TypeOf(string file) => Path.GetExtension(file) switch
    {
        ".m3u8" => "application/vnd.apple.mpegurl",
        ".mp4" or ".m4s" => Film,
        ".ts" => "video/mp2t",
        ".jpg" => "image/jpeg",
        ".vtt" => "text/vtt",
        _ => "application/octet-stream",
    };

    private async Task<Stream> OpenAsync(BlobKey key, CancellationToken ct)
    {
        try
        {
            return await blobs.OpenReadAsync(key, ct);
        }
        catch (BlobMissingException)
        {
            throw new RefusedException("not-found");
        }
    }
}
