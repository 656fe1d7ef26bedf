using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Uploads;

/// <summary>tus 1.0 under <c>/files</c>: the protocol, one handler for each verb, and nothing else. Quotations are from the specification.</summary>
internal static class TusEndpoints
{
    public static void MapUploads(this WebApplication app)
    {
        var files = app.MapGroup("/files").AllowAnonymous().ExcludeFromDescription().AddEndpointFilter(Tus.SpeakAsync)
            .WithMetadata(new SkipStatusCodePagesAttribute());
        files.MapMethods("", [HttpMethods.Options], Options);
        files.MapPost("", CreateAsync).RequireRateLimiting(Limits.Creates).WithMetadata(new DisableRequestSizeLimitAttribute());
        files.MapMethods("{token}", [HttpMethods.Options], Options);
        files.MapMethods("{token}", [HttpMethods.Head], TellAsync);
        files.MapPatch("{token}", AppendAsync).RequireRateLimiting(Limits.Patches).WithMetadata(new DisableRequestSizeLimitAttribute());
        files.MapDelete("{token}", DropAsync);
    }

    /// <summary>
    /// "An OPTIONS request MAY be used to gather information about the Server's current configuration. A successful response indicated by the
    /// 204 No Content or 200 OK status MUST contain the Tus-Version header. It MAY include the Tus-Extension and Tus-Max-Size headers."
    /// </summary>
    private static NoContent Options(HttpContext context, IOptions<IntakeOptions> options)
    {
        var headers = context.Response.Headers;
        headers["Tus-Version"] = Tus.Version;
        headers["Tus-Extension"] = Tus.Extensions;
        headers["Tus-Checksum-Algorithm"] = Checksum.Algorithms;
        headers.SetBytes("Tus-Max-Size", options.Value.MaxFileBytes);
        return TypedResults.NoContent();
    }

    /// <summary>
    /// "An empty POST request is used to create a new upload resource. The Upload-Length header indicates the size of the entire upload in bytes.
    /// If the length of the upload exceeds the maximum, the Server MUST respond with the 413 status. The Server MUST acknowledge a successful
    /// upload creation with the 201 Created status and MUST set the Location header." With bytes in the same request (creation-with-upload):
    /// "If the Server accepts the upload, Upload-Offset MUST be included in the response."
    /// </summary>
    private static async Task<IResult> CreateAsync(HttpContext context, BeginUpload begin, PatchBody patch, CancellationToken ct)
    {
        var request = context.Request;
        var brings = request.ContentType is not null;
        if (brings && !IsOffsetStream(request))
            throw new RefusedException("content-type-invalid", Tus.ContentType);
        var wanted = WantedBy(context);
        var upload = await begin.RunAsync(wanted, ct);
        context.Response.Headers.Location = $"/files/{upload.Token}";
        context.Response.Headers.SetExpires(upload.ExpiresAt);
        if (brings)
            context.Response.Headers.SetBytes(Tus.Offset, await patch.RunAsync(context, upload, 0));
        return TypedResults.StatusCode(StatusCodes.Status201Created);
    }

    /// <summary>
    /// "The Server MUST always include the Upload-Offset header in the response for a HEAD request, even if the offset is 0. If the size of the
    /// upload is known, the Server MUST include the Upload-Length header. If the resource is not found, the Server SHOULD return either the 404,
    /// 410 or 403 status without the Upload-Offset header. The Server MUST prevent the client and/or proxies from caching the response by adding
    /// Cache-Control: no-store." And: "If an upload contains additional metadata, responses to HEAD requests MUST include the Upload-Metadata header
    /// and its value as specified by the Client during the creation."
    /// </summary>
    private static async Task<IResult> TellAsync(HttpContext context, string token, UploadQuery uploads, CancellationToken ct)
    {
        var upload = await uploads.FindAsync(token, UploadOwner.Of(context.Request), ct);
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers.SetBytes(Tus.Offset, upload.Offset);
        headers.SetBytes(Tus.Length, upload.Length);
        if (upload.Metadata is not null)
            headers[Tus.Metadata] = upload.Metadata;
        if (!upload.Ended)
            headers.SetExpires(upload.ExpiresAt);
        return TypedResults.Ok();
    }

    /// <summary>
    /// "All PATCH requests MUST use Content-Type: application/offset+octet-stream, otherwise the server SHOULD return a 415 status. The Upload-Offset
    /// header's value MUST be equal to the current offset of the resource; if the offsets do not match, the Server MUST respond with the 409 status
    /// without modifying the upload resource. The Server MUST acknowledge successful PATCH requests with the 204 No Content status and MUST include
    /// the Upload-Offset header containing the new offset. Both Client and Server SHOULD attempt to detect and handle network errors predictably;
    /// the Server SHOULD always attempt to store as much of the received data as possible."
    /// </summary>
    private static async Task<IResult> AppendAsync(HttpContext context, string token, UploadQuery uploads, PatchBody patch, CancellationToken ct)
    {
        var upload = await uploads.FindAsync(token, UploadOwner.Of(context.Request), ct);
        if (!IsOffsetStream(context.Request))
            throw new RefusedException("content-type-invalid", Tus.ContentType);
        if (Tus.Bytes(context.Request.Headers[Tus.Offset]) is not { } offset)
            throw new RefusedException("offset-differs");
        context.Response.Headers.SetBytes(Tus.Offset, await patch.RunAsync(context, upload, offset));
        context.Response.Headers.SetExpires(upload.ExpiresAt);
        return TypedResults.NoContent();
    }

    /// <summary>
    /// "When receiving a DELETE request for an existing upload the Server SHOULD free associated resources and MUST respond with the 204 No Content
    /// status confirming that the upload was terminated. For all future requests to this URL, the Server SHOULD respond with the 404 or 410 status."
    /// </summary>
    private static async Task<IResult> DropAsync(HttpContext context, string token, UploadQuery uploads, DropUpload drop, CancellationToken ct)
    {
        await drop.RunAsync(await uploads.FindAsync(token, UploadOwner.Of(context.Request), ct), ct);
        return TypedResults.NoContent();
    }

    private static NewUpload WantedBy(HttpContext context)
    {
        var headers = context.Request.Headers;
        var length = Tus.Bytes(headers[Tus.Length]) ?? throw new RefusedException("length-invalid");
        string? raw = headers[Tus.Metadata];
        if (UploadMetadata.Parse(raw) is not { } metadata || !Guid.TryParse(metadata.GetValueOrDefault("draft"), out var draft) || draft == Guid.Empty)
            throw new RefusedException("metadata-invalid");
        return new(draft, UploadOwner.Ensure(context), Limits.NetworkOf(context.Connection.RemoteIpAddress), metadata.GetValueOrDefault("filename"), length, raw);
    }

    private static bool IsOffsetStream(HttpRequest request) =>
        string.Equals(request.ContentType, Tus.ContentType, StringComparison.OrdinalIgnoreCase);
}
