using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Accounts;
using Zhizhuxia.FunctionalTests.Review;
using Zhizhuxia.FunctionalTests.Uploads;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Infra;

/// <summary>The site of infra/nginx, by a real nginx over TLS and HTTP/2.</summary>
public sealed class NginxTests(NginxFixture front) : IClassFixture<NginxFixture>
{
    private const int MiB = 1 << 20;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upload_is_at_the_program_while_its_request_is_still_open_and_never_on_the_proxys_disk()
    {
        var cookies = new CookieContainer();
        using var tus = new TusClient(front.Nginx.Client("127.0.0.9", cookies), cookies);
        var path = await tus.CreateAsync(Guid.CreateVersion7(), 33 * MiB);
        using var body = new HeldBody(TusClient.Bytes(33 * MiB, 1), first: 32 * MiB);

        var patch = tus.PatchAsync(path, 0, body);
        await body.Sent;
        await Eventually.TrueAsync(async () => await OffsetAsync(path) >= 24 * MiB); // in slices of 8 MiB, of which the last waits for its end
        Assert.Empty(Directory.EnumerateFiles(front.Nginx.BodyFolder, "*", SearchOption.AllDirectories));
        Assert.False(patch.IsCompleted);
        body.GoOn();
        using var answer = await patch;

        Assert.Equal((HttpStatusCode.NoContent, HttpVersion.Version20, 33L * MiB), (answer.StatusCode, answer.Version, TusClient.OffsetOf(answer)));
    }

    [Fact]
    public async Task A_part_of_a_film_comes_as_a_part()
    {
        var piece = In(State.Published, TimeProvider.System.GetUtcNow()).WithLadder();
        piece.ShortCode = "AB10CD";
        var key = BlobKey.Rendition(piece.Assets[0].Id, 1, "720.mp4");
        await using (var scope = front.Portal.Data.Scope())
        using (var film = new MemoryStream(TusClient.Bytes(2 * MiB, 2)))
            await scope.ServiceProvider.GetRequiredService<IBlobStore>().WriteAsync(key, film, Ct);
        await using (var db = front.Portal.Data.OpenDb())
            await db.KeepAsync(piece, Ct);
        using var reader = front.Nginx.Client("127.0.0.3");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v/AB10CD/media/{piece.Assets[0].Id:N}/720.mp4") { Headers = { Range = new(MiB, MiB + 99) } };

        using var answer = await reader.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(TusClient.Bytes(2 * MiB, 2)[MiB..(MiB + 100)], await answer.Content.ReadAsByteArrayAsync(Ct));
    }

    /// <summary>Held back until the stream ends, after a minute, the first event would be there when the second can no longer come.</summary>
    [Fact]
    public async Task Live_pages_hear_of_a_change_while_their_stream_is_open()
    {
        var cookies = new CookieContainer();
        using var editor = await DeskClient.SignInAsync(front.Portal, front.Nginx.Client("127.0.0.4", cookies), "王编辑", Ct, Role.Editor1);
        Assert.Contains(cookies.GetCookies(Nginx.Address), cookie => cookie is { Name: "__Host-zzx-desk", Secure: true }); // https is told on
        using var open = await LiveStream.OpenAsync(editor.Http, null, Ct);
        await open.UntilAsync("queue", Ct);

        await using (var db = front.Portal.Data.OpenDb())
            await db.KeepAsync(In(State.Review1, TimeProvider.System.GetUtcNow()), Ct);

        Assert.Equal("queue", await open.NextAsync(Ct));
    }

    [Fact]
    public async Task Limits_go_by_the_readers_own_address_which_nobody_can_invent()
    {
        var cookies = new CookieContainer();
        using var reader = new TusClient(front.Nginx.Client("127.0.0.5", cookies), cookies);
        using var other = new TusClient(front.Nginx.Client("127.0.0.6", cookies), cookies);
        foreach (var header in new[] { "X-Forwarded-For", "X-Real-IP" })
            reader.Http.DefaultRequestHeaders.Add(header, "203.0.113.7");
        reader.Http.DefaultRequestHeaders.Add("Forwarded", "for=203.0.113.7");

        await reader.CreateAsync(Guid.CreateVersion7(), 5);
        await reader.CreateAsync(Guid.CreateVersion7(), 5);
        reader.Http.DefaultRequestHeaders.Remove("X-Forwarded-For");
        reader.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.8, 127.0.0.1");
        using var third = await reader.PostAsync(Guid.CreateVersion7(), "5");

        await Refused.WithAsync(429, "too-many-requests", third);
        await other.CreateAsync(Guid.CreateVersion7(), 5);
    }

    [Fact]
    public async Task What_is_no_film_may_be_small_only_and_other_names_get_nothing()
    {
        using var reader = front.Nginx.Client("127.0.0.7");
        using var large = new ByteArrayContent(new byte[2 * MiB]);

        using var refused = await reader.PostAsync(new Uri("/api/v1/status", UriKind.Relative), large, Ct);
        using var page = await reader.GetAsync(new Uri("/submit?ref=a-secret", UriKind.Relative), Ct);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.OK), (refused.StatusCode, page.StatusCode));
        Assert.True(page.Headers.Contains("Strict-Transport-Security"));
        await Assert.ThrowsAsync<HttpRequestException>(() => reader.GetAsync(new Uri("https://other.example/"), Ct));
        await Eventually.TrueAsync(() => Task.FromResult(front.Nginx.AccessLog.Contains("\"GET /submit\" 200", StringComparison.Ordinal)));
        Assert.DoesNotContain("a-secret", front.Nginx.AccessLog, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_film_without_script_is_measured_by_the_program_and_not_by_the_proxy()
    {
        using var reader = front.Nginx.Client("127.0.0.8");
        using var form = new HeldBody([], first: 0); // nothing of it ever comes
        form.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        form.Headers.ContentLength = 4097L * MiB;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/submit") { Content = form };

        using var answer = await reader.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.True(answer.Headers.Contains("Content-Security-Policy")); // the program's own answer
    }

    [Fact]
    public async Task The_newest_version_of_TLS_is_spoken_old_ones_are_refused_and_sessions_are_taken_up_again()
    {
        Assert.Contains("New, TLSv1.3", await front.Nginx.GreetAsync("-tls1_3"), StringComparison.Ordinal);
        Assert.Contains("Reused, TLSv1.2", await front.Nginx.GreetAsync("-tls1_2", "-reconnect"), StringComparison.Ordinal);
        Assert.Contains("alert protocol version", await front.Nginx.GreetAsync("-tls1_1"), StringComparison.Ordinal);
    }

    private async Task<long> OffsetAsync(string path)
    {
        await using var db = front.Portal.Data.OpenDb();
        return await db.Uploads.Where(upload => upload.Token == path.Substring("/files/".Length)).Select(upload => upload.Offset).SingleAsync(Ct);
    }
}
