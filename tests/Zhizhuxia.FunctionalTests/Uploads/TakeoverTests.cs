using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Zhizhuxia.FunctionalTests.Uploads;

/// <summary>A phone changes its network: the old connection is silent and nobody has told the server.</summary>
public sealed class TakeoverTests(PortalFixture fixture) : IClassFixture<PortalFixture>, IDisposable
{
    private readonly TusClient _tus = new(fixture.Portal);
    private readonly Guid _draft = Guid.CreateVersion7();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _tus.Dispose();

    [Fact]
    public async Task A_newer_request_takes_over_from_a_silent_one()
    {
        var bytes = TusClient.Bytes(300_000, 1);
        var path = await _tus.CreateAsync(_draft, bytes.Length);
        using var silent = await BeginAsync(path, 0, bytes.Length, bytes[..100_000]);
        var began = Stopwatch.StartNew();

        using var head = await _tus.HeadAsync(path);
        var end = await _tus.SendAsync(path, TusClient.OffsetOf(head)!.Value, bytes);

        Assert.Equal(bytes.Length, end);
        Assert.True(began.Elapsed < TimeSpan.FromSeconds(15), $"took {began.Elapsed}");
        Assert.Equal(TusClient.Sha256(bytes), await HashAsync());
    }

    [Fact]
    public async Task A_silent_request_that_wakes_up_again_changes_nothing()
    {
        var bytes = TusClient.Bytes(300_000, 2);
        var path = await _tus.CreateAsync(_draft, bytes.Length);
        using var silent = await BeginAsync(path, 0, bytes.Length, new byte[100_000]);
        Assert.Equal(200_000, await _tus.SendAsync(path, 0, bytes[..200_000]));

        await TrySendAsync(silent, new byte[200_000]);
        Assert.Equal(bytes.Length, await _tus.SendAsync(path, 200_000, bytes[200_000..]));

        Assert.Equal(TusClient.Sha256(bytes), await HashAsync());
    }

    [Fact]
    public async Task What_arrived_before_a_connection_broke_is_kept()
    {
        var bytes = TusClient.Bytes(20 << 20, 3);
        var path = await _tus.CreateAsync(_draft, bytes.Length);
        using (await BeginAsync(path, 0, bytes.Length, bytes[..(9 << 20)]))
        {
            // Closed at once: the kernel still hands over what it took.
        }

        Assert.InRange(await GoOnAsync(path, bytes), 8 << 20, 9 << 20);
        Assert.Equal(TusClient.Sha256(bytes), await HashAsync());
    }

    [Fact]
    public async Task A_file_taken_back_ends_the_request_that_sends_it()
    {
        var path = await _tus.CreateAsync(_draft, 300_000);
        using var silent = await BeginAsync(path, 0, 300_000, new byte[100_000]);

        using var taken = await _tus.DeleteAsync(path);

        Assert.Equal(204, (int)taken.StatusCode);
        using var head = await _tus.HeadAsync(path);
        Assert.Equal(410, (int)head.StatusCode);
    }

    /// <summary>A request by hand: announces <paramref name="length"/> bytes and sends only some; the caller closes it.</summary>
    private async Task<TcpClient> BeginAsync(string path, long offset, long length, byte[] some)
    {
        var address = fixture.Portal.Address;
        var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, Ct);
        var head = string.Create(CultureInfo.InvariantCulture, $"""
            PATCH {path} HTTP/1.1
            Host: {address.Authority}
            Cookie: {_tus.Cookie}
            Tus-Resumable: 1.0.0
            Upload-Offset: {offset}
            Content-Type: {TusClient.OffsetStream}
            Content-Length: {length}


            """).ReplaceLineEndings("\r\n");
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), Ct);
        await client.GetStream().WriteAsync(some, Ct);
        await WrittenAsync(offset);
        return client;
    }

    private static async Task TrySendAsync(TcpClient client, byte[] bytes)
    {
        try
        {
            await client.GetStream().WriteAsync(bytes, Ct);
        }
        catch (IOException)
        {
            // The server has hung up on it.
        }
    }

    /// <summary>The server has begun to write: its row says that a request took the pen.</summary>
    private async Task WrittenAsync(long offset)
    {
        await using var db = fixture.Portal.Data.OpenDb();
        await Eventually.TrueAsync(async () => await db.Uploads.AnyAsync(upload => upload.Asset!.SubmissionId == _draft && (upload.Writer > 0 || upload.Offset > offset), Ct));
    }

    /// <summary>Sends the rest from where the server stands once a slice is kept; asks again when what had come before has moved it meanwhile.</summary>
    /// <returns>Where it went on.</returns>
    private async Task<long> GoOnAsync(string path, byte[] bytes)
    {
        var from = -1L;
        await Eventually.TrueAsync(async () =>
        {
            using var head = await _tus.HeadAsync(path);
            from = TusClient.OffsetOf(head)!.Value;
            if (from < 8 << 20)
                return false;
            using var answer = await _tus.PatchAsync(path, from, bytes[(int)from..]);
            if (answer.StatusCode is HttpStatusCode.Conflict)
                return false;
            Assert.Equal((HttpStatusCode.NoContent, bytes.Length), (answer.StatusCode, TusClient.OffsetOf(answer)));
            return true;
        });
        return from;
    }

    private async Task<string?> HashAsync()
    {
        await using var db = fixture.Portal.Data.OpenDb();
        return (await db.Assets.AsNoTracking().SingleAsync(asset => asset.SubmissionId == _draft, Ct)).Sha256;
    }
}
