using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Zhizhuxia.FunctionalTests.Uploads;

/// <summary>One browser that speaks tus 1.0, request by request.</summary>
internal sealed class TusClient : IDisposable
{
    public const string OffsetStream = "application/offset+octet-stream";
    private readonly CookieContainer _cookies;

    public TusClient(PortalProcess portal)
    {
        _cookies = new();
        Http = portal.Client(_cookies);
    }

    /// <param name="http">Becomes ours.</param>
    /// <param name="cookies">Where it keeps its cookies.</param>
    public TusClient(HttpClient http, CookieContainer cookies) => (Http, _cookies) = (http, cookies);

    public HttpClient Http { get; }

    /// <summary>What the browser would send as its Cookie header.</summary>
    public string Cookie => _cookies.GetCookieHeader(Http.BaseAddress!);

    public static byte[] Bytes(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    /// <summary>A film of its own that is inspected and accepted: the clip with a free box of other bytes (ISO/IEC 14496-12, 8.1.2).</summary>
    public static byte[] Padded(byte[] clip, byte[] bytes)
    {
        var header = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(header, header.Length + bytes.Length);
        "free"u8.CopyTo(header.AsSpan(4));
        return [.. clip, .. header, .. bytes];
    }

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public static long? OffsetOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Upload-Offset", out var values) ? long.Parse(values.Single(), CultureInfo.InvariantCulture) : null;

    public static HttpRequestMessage Request(string method, string path)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        return request;
    }

    public Task<HttpResponseMessage> PostAsync(Guid draft, string length, string name = "film.mp4")
    {
        var request = Request("POST", "/files");
        request.Headers.Add("Upload-Length", length);
        request.Headers.Add("Upload-Metadata", $"draft {Base64(draft.ToString())},filename {Base64(name)}");
        return SendAsync(request);
    }

    /// <returns>Path of the new upload.</returns>
    public async Task<string> CreateAsync(Guid draft, long length, string name = "film.mp4")
    {
        using var answer = await PostAsync(draft, length.ToString(CultureInfo.InvariantCulture), name);
        Assert.Equal(201, (int)answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    public Task<HttpResponseMessage> PatchAsync(string path, long offset, byte[] bytes, string? checksum = null) =>
        PatchAsync(path, offset, new ByteArrayContent(bytes), checksum);

    public Task<HttpResponseMessage> PatchAsync(string path, long offset, HttpContent content, string? checksum = null)
    {
        var request = Request("PATCH", path);
        request.Headers.Add("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture));
        if (checksum is not null)
            request.Headers.Add("Upload-Checksum", checksum);
        request.Content = content;
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(OffsetStream);
        return SendAsync(request);
    }

    /// <returns>The new offset.</returns>
    public async Task<long> SendAsync(string path, long offset, byte[] bytes)
    {
        using var answer = await PatchAsync(path, offset, bytes);
        Assert.Equal(204, (int)answer.StatusCode);
        return OffsetOf(answer)!.Value;
    }

    public Task<HttpResponseMessage> HeadAsync(string path) => SendAsync(Request("HEAD", path));

    public Task<HttpResponseMessage> DeleteAsync(string path) => SendAsync(Request("DELETE", path));

    /// <summary>A whole film into a draft.</summary>
    /// <returns>Path of the upload.</returns>
    public async Task<string> UploadAsync(Guid draft, byte[] bytes, string name = "film.mp4")
    {
        var path = await CreateAsync(draft, bytes.Length, name);
        Assert.Equal(bytes.Length, await SendAsync(path, 0, bytes));
        return path;
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => Http.SendAsync(request, TestContext.Current.CancellationToken);

    public void Dispose() => Http.Dispose();
}
