using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Assets;

namespace Zhizhuxia.FunctionalTests.Uploads;

public sealed class TusOwnershipTests(PortalFixture fixture) : IClassFixture<PortalFixture>, IDisposable
{
    private readonly TusClient _owner = new(fixture.Portal);
    private readonly TusClient _stranger = new(fixture.Portal);
    private readonly Guid _draft = Guid.CreateVersion7();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _owner.Dispose();
        _stranger.Dispose();
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task Somebody_elses_upload_looks_like_none(string method)
    {
        var path = await _owner.CreateAsync(_draft, 5);
        using var others = await _stranger.PostAsync(Guid.CreateVersion7(), "5"); // has a cookie, but another one

        using var without = await AskAsync(method, path, _stranger);
        using var invented = await AskAsync(method, "/files/" + new string('A', 43), _owner);

        Assert.Equal((404, 404), ((int)without.StatusCode, (int)invented.StatusCode));
        Assert.Equal(await without.Content.ReadAsStringAsync(Ct), await invented.Content.ReadAsStringAsync(Ct));
        using var head = await _owner.HeadAsync(path);
        Assert.Equal(200, (int)head.StatusCode);
    }

    [Fact]
    public async Task A_request_without_a_cookie_finds_nothing()
    {
        var path = await _owner.CreateAsync(_draft, 5);
        using var client = fixture.Portal.Client(cookies: false);

        using var answer = await client.SendAsync(TusClient.Request("HEAD", path), Ct);

        Assert.Equal(404, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_adds_a_file_to_somebody_elses_draft()
    {
        await _owner.CreateAsync(_draft, 5);

        using var answer = await _stranger.PostAsync(_draft, "5");

        await Refused.WithAsync(404, "not-found", answer);
    }

    [Fact]
    public async Task Another_sites_page_sends_nothing()
    {
        using var request = TusClient.Request("POST", "/files");
        request.Headers.Add("Upload-Length", "5");
        request.Headers.Add("Origin", "https://elsewhere.example");

        using var answer = await _owner.SendAsync(request);

        Assert.Equal(403, (int)answer.StatusCode);
    }

    [Fact]
    public async Task What_is_taken_back_is_gone_with_its_bytes()
    {
        var path = await _owner.CreateAsync(_draft, 5000);
        await _owner.SendAsync(path, 0, TusClient.Bytes(4000, 1));

        using var taken = await _owner.DeleteAsync(path);

        Assert.Equal(204, (int)taken.StatusCode);
        foreach (var method in new[] { "HEAD", "PATCH", "DELETE" })
        {
            using var answer = await AskAsync(method, path, _owner);
            Assert.Equal(410, (int)answer.StatusCode);
        }
        await using var db = fixture.Portal.Data.OpenDb();
        var upload = await db.Uploads.Include(upload => upload.Asset).SingleAsync(upload => upload.Asset!.SubmissionId == _draft, Ct);
        Assert.Equal(AssetState.Purged, upload.Asset!.State);
        Assert.False(File.Exists(Path.Combine(fixture.Portal.DataFolder, "uploads", upload.Id.ToString("N"))));
    }

    private static Task<HttpResponseMessage> AskAsync(string method, string path, TusClient client)
    {
        var request = TusClient.Request(method, path);
        if (method == "PATCH")
        {
            request.Headers.Add("Upload-Offset", "0");
            request.Content = new ByteArrayContent([1]);
            request.Content.Headers.ContentType = new(TusClient.OffsetStream);
        }
        return client.SendAsync(request);
    }
}
