using System.Globalization;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Uploads;

/// <summary>Names and headers of tus 1.0 (https://tus.io/protocols/resumable-upload, 2016-03-25).</summary>
internal static class Tus
{
    public const string Version = "1.0.0";
    public const string Resumable = "Tus-Resumable";
    public const string Offset = "Upload-Offset";
    public const string Length = "Upload-Length";
    public const string Metadata = "Upload-Metadata";
    public const string Expires = "Upload-Expires";
    public const string Checksum = "Upload-Checksum";
    public const string ContentType = "application/offset+octet-stream";
    public const string Extensions = "creation,creation-with-upload,expiration,checksum,termination";

    /// <summary>
    /// "The Tus-Resumable header MUST be included in every request and response except for OPTIONS requests. If the version specified by the Client is
    /// not supported by the Server, it MUST respond with the 412 Precondition Failed status and MUST include the Tus-Version header into the response."
    /// </summary>
    public static async ValueTask<object?> SpeakAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers[Resumable] = Version;
        try
        {
            if (HttpMethods.IsOptions(http.Request.Method) || http.Request.Headers[Resumable] == Version)
                return await next(context);
            http.Response.Headers["Tus-Version"] = Version;
            throw new RefusedException("tus-version");
        }
        catch (RefusedException refused)
        {
            // Here and not further out, where an answer's headers are cleared: Tus-Resumable and a new cookie must reach the client.
            await Refusals.AnswerAsync(http, refused, http.RequestAborted);
            return Results.Empty;
        }
    }

    /// <summary>A count of bytes: digits only, within 63 bits; null otherwise.</summary>
    public static long? Bytes(string? header) =>
        long.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null;

    public static void SetBytes(this IHeaderDictionary headers, string name, long bytes) => headers[name] = bytes.ToString(CultureInfo.InvariantCulture);

    /// <summary>"The Upload-Expires response header indicates the time after which the unfinished upload expires", RFC 9110 date.</summary>
    public static void SetExpires(this IHeaderDictionary headers, DateTimeOffset moment) => headers[Expires] = moment.ToString("R", CultureInfo.InvariantCulture);
}
