using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Zhizhuxia.Benchmarks;

/// <summary>A browser that uploads one file by tus 1.0, chunk by chunk.</summary>
internal sealed class TusUpload(HttpClient client)
{
    /// <summary>As the reader's page sends it.</summary>
    public const int Chunk = 8 << 20;

    /// <summary>Uploads random bytes into a new draft.</summary>
    /// <param name="sent">Called after each chunk.</param>
    /// <returns>The draft, and the SHA-256 of what was sent, lower-case hex.</returns>
    public async Task<(Guid Draft, string Sha256)> RunAsync(long length, Action sent, CancellationToken ct)
    {
        var draft = Guid.CreateVersion7();
        var path = await CreateAsync(draft, length, ct);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = RandomNumberGenerator.GetBytes(Chunk);
        for (long offset = 0; offset < length; offset += Chunk)
        {
            BitConverter.TryWriteBytes(bytes, offset); // no two chunks are equal
            var size = (int)Math.Min(Chunk, length - offset);
            hash.AppendData(bytes, 0, size);
            await PatchAsync(path, offset, new(bytes, 0, size), ct);
            sent();
        }
        return (draft, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Uploads a film into a new draft.</summary>
    /// <returns>The draft.</returns>
    public async Task<Guid> SendAsync(string film, CancellationToken ct)
    {
        var draft = Guid.CreateVersion7();
        await using var file = File.OpenRead(film);
        var path = await CreateAsync(draft, file.Length, ct);
        var bytes = new byte[Chunk];
        for (long offset = 0; offset < file.Length;)
        {
            var size = await file.ReadAtLeastAsync(bytes, Chunk, throwOnEndOfStream: false, ct);
            await PatchAsync(path, offset, new(bytes, 0, size), ct);
            offset += size;
        }
        return draft;
    }

    private async Task<Uri> CreateAsync(Guid draft, long length, CancellationToken ct)
    {
        using var request = Request(HttpMethod.Post, new("/files", UriKind.Relative));
        request.Headers.Add("Upload-Length", length.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("Upload-Metadata", $"draft {Base64(draft.ToString())},filename {Base64("film.mp4")}");
        using var answer = await client.SendAsync(request, ct);
        return answer.EnsureSuccessStatusCode().Headers.Location!;
    }

    private async Task PatchAsync(Uri path, long offset, ArraySegment<byte> bytes, CancellationToken ct)
    {
        using var request = Request(HttpMethod.Patch, path);
        request.Headers.Add("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture));
        request.Content = new ByteArrayContent(bytes.Array!, bytes.Offset, bytes.Count);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        using var answer = await client.SendAsync(request, ct);
        answer.EnsureSuccessStatusCode();
    }

    private static HttpRequestMessage Request(HttpMethod method, Uri path)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        return request;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
