using Zhizhuxia.Assets;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Uploads;

/// <summary>Hands the bytes of a request on, as long as there is reason to read.</summary>
internal sealed class PatchBody(AppendUpload append, IHostApplicationLifetime life)
{
    /// <summary>One request at most; the client goes on with the next.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <returns>The new offset. Reading ends early when the server stops: what has arrived is kept and told.</returns>
    public async Task<long> RunAsync(HttpContext context, Upload upload, long offset)
    {
        var request = context.Request;
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, life.ApplicationStopping);
        reading.CancelAfter(Longest);
        var end = await append.RunAsync(upload, offset, new(request.Body, request.ContentLength, ChecksumOf(request)), reading.Token);
        if (offset + request.ContentLength is { } wanted && end < wanted)
            context.Response.Headers.Connection = "close"; // the rest of the body is not wanted
        return end;
    }

    /// <summary>"The Server MUST respond with 400 Bad Request if the checksum algorithm is not supported by the server" (tus 1.0, Checksum).</summary>
    private static Checksum? ChecksumOf(HttpRequest request) => request.Headers[Tus.Checksum].ToString() is { Length: > 0 } header
        ? Checksum.Parse(header) ?? throw new RefusedException("checksum-unknown")
        : null;
}
