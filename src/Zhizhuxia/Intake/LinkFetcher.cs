using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Zhizhuxia.Intake;

/// <summary>
/// The only outgoing HTTP for what readers send: the head of one public page. Every address is checked as text, its name is resolved once for each
/// connection, all its addresses must be public, and the connection goes to the one that was checked; redirects begin anew. A failure is an answer, never an exception.
/// </summary>
public sealed class LinkFetcher(LinkFetcherNetwork network, TimeProvider clock)
{
    /// <summary>Bytes of a page, unpacked.</summary>
    public const int MostBytes = 512 * 1024;

    /// <summary>For everything: names, redirects, the page.</summary>
    public static readonly TimeSpan InAll = TimeSpan.FromSeconds(5);

    private const int MostRedirects = 3;

    /// <summary>Reads title and og: tags.</summary>
    /// <param name="url">As found in the reader's text.</param>
    public async Task<FetchedLink> FetchAsync(string url, CancellationToken ct)
    {
        using var time = new CancellationTokenSource(InAll, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(time.Token, ct);
        var at = url;
        try
        {
            for (var redirects = 0; redirects <= MostRedirects; redirects++)
            {
                if (LinkAddress.Parse(at) is not { } address)
                    return FetchedLink.Failed("address-refused", at);
                var (fetched, next) = await GetAsync(address, both.Token);
                if (fetched is not null)
                    return fetched;
                at = next!;
            }
            return FetchedLink.Failed("too-many-redirects", at);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return FetchedLink.Failed("too-slow", at);
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException or SocketException or AuthenticationException or InvalidOperationException
            or FormatException or ArgumentException or NotSupportedException or InvalidDataException or UnauthorizedAccessException)
        {
            return FetchedLink.Failed(trouble is UnauthorizedAccessException || trouble.InnerException is UnauthorizedAccessException ? "not-public" : "unreachable", at);
        }
    }

    /// <summary>One request: what it brought, or where it sends us.</summary>
    private async Task<(FetchedLink? Fetched, string? Next)> GetAsync(Uri address, CancellationToken ct)
    {
        using var client = Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept", "text/html" }, { "Accept-Language", "zh-CN" }, { "User-Agent", "Mozilla/5.0 (compatible; Zhizhuxia)" } } };
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        var url = address.AbsoluteUri;
        if (answer.StatusCode is >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest && answer.Headers.Location is { } location)
            return (null, location.IsAbsoluteUri && !location.IsFile ? location.OriginalString : new Uri(address, location.OriginalString).AbsoluteUri);
        if (!answer.IsSuccessStatusCode)
            return (FetchedLink.Failed("status", url), null);
        if (answer.Content.Headers.ContentType?.MediaType is not ("text/html" or "application/xhtml+xml"))
            return (FetchedLink.Failed("not-a-page", url), null);
        return (LinkFetcherPage.Read(await FirstBytesAsync(answer.Content, ct), answer.Content.Headers.ContentType.CharSet, url), null);
    }

    private HttpClient Client() => new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(3),
        ConnectCallback = ConnectAsync,
        AutomaticDecompression = DecompressionMethods.All,
        MaxResponseHeadersLength = 64, // KiB
        MaxResponseDrainSize = 0,
        MaxConnectionsPerServer = 1,
    })
    { Timeout = Timeout.InfiniteTimeSpan, DefaultRequestVersion = HttpVersion.Version11 };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var target = context.DnsEndPoint;
        var addresses = await network.Resolve(target.Host, ct);
        if (addresses.Length == 0 || !addresses.All(PublicAddress.Is))
            throw new UnauthorizedAccessException("An address of this name is not public.");
        return await network.Connect(new(addresses[0], target.Port), ct);
    }

    /// <summary>At most <see cref="MostBytes"/>; what follows is never read, so that a bomb stays packed.</summary>
    private static async Task<byte[]> FirstBytesAsync(HttpContent content, CancellationToken ct)
    {
        await using var body = await content.ReadAsStreamAsync(ct);
        var buffer = new byte[MostBytes];
        return buffer[..await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct)];
    }
}
