using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Assets;

namespace Zhizhuxia.FunctionalTests.Uploads;

public sealed class TusCreationTests(PortalFixture fixture) : IClassFixture<PortalFixture>, IDisposable
{
    private readonly TusClient _tus = new(fixture.Portal);
    private readonly Guid _draft = Guid.CreateVersion7();

    public void Dispose() => _tus.Dispose();

    [Theory]
    [InlineData("/files")]
    [InlineData("/files/any")]
    public async Task Options_tells_what_is_served_without_being_asked_for_a_version(string path)
    {
        using var answer = await _tus.SendAsync(new(HttpMethod.Options, path));

        Assert.Equal(204, (int)answer.StatusCode);
        Assert.Equal("1.0.0", answer.Headers.GetValues("Tus-Version").Single());
        Assert.Equal("creation,creation-with-upload,expiration,checksum,termination", answer.Headers.GetValues("Tus-Extension").Single());
        Assert.Equal("sha1,sha256", answer.Headers.GetValues("Tus-Checksum-Algorithm").Single());
        Assert.Equal((4L << 30).ToString(System.Globalization.CultureInfo.InvariantCulture), answer.Headers.GetValues("Tus-Max-Size").Single());
    }

    [Theory]
    [InlineData("POST", "/files")]
    [InlineData("HEAD", "/files/any")]
    [InlineData("PATCH", "/files/any")]
    [InlineData("DELETE", "/files/any")]
    public async Task A_request_of_another_version_is_told_the_right_one(string method, string path)
    {
        using var request = new HttpRequestMessage(new(method), path);
        request.Headers.Add("Tus-Resumable", "0.2.2");

        using var answer = await _tus.SendAsync(request);

        Assert.Equal(412, (int)answer.StatusCode);
        Assert.Equal("1.0.0", answer.Headers.GetValues("Tus-Version").Single());
        Assert.Equal("1.0.0", answer.Headers.GetValues("Tus-Resumable").Single());
    }

    [Fact]
    public async Task A_new_upload_has_an_address_an_expiry_and_a_cookie_no_script_can_read()
    {
        using var answer = await _tus.PostAsync(_draft, "5");

        Assert.Equal(201, (int)answer.StatusCode);
        Assert.Matches("^/files/[A-Za-z0-9_-]{43}$", answer.Headers.Location!.ToString());
        Assert.True(DateTimeOffset.Parse(answer.Headers.GetValues("Upload-Expires").Single(), System.Globalization.CultureInfo.InvariantCulture) > DateTimeOffset.UtcNow.AddHours(47));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.Matches("^zzx-upload=[A-Za-z0-9_-]{43};", cookie);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_has_its_cookie_before_it_announces_a_film()
    {
        using var form = await _tus.Http.GetAsync(new Uri("/submit", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Matches("^zzx-upload=[A-Za-z0-9_-]{43};", form.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("zzx-upload", StringComparison.Ordinal)));

        using var answer = await _tus.PostAsync(_draft, "5");

        Assert.False(answer.Headers.Contains("Set-Cookie"));
        using var later = await _tus.Http.GetAsync(new Uri("/submit", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(CookieOf(form), CookieOf(later)); // kept for 30 days from the last visit

        static string CookieOf(HttpResponseMessage page) => page.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("zzx-upload", StringComparison.Ordinal)).Split("; expires")[0];
    }

    [Fact]
    public async Task A_file_announced_again_because_the_answer_was_lost_is_the_same_upload_until_bytes_have_come()
    {
        var first = await _tus.CreateAsync(_draft, 5);
        Assert.Equal(first, await _tus.CreateAsync(_draft, 5));
        Assert.NotEqual(first, await _tus.CreateAsync(_draft, 5, "another.mp4"));

        using var _ = await _tus.PatchAsync(first, 0, [1, 2]);

        Assert.NotEqual(first, await _tus.CreateAsync(_draft, 5));
    }

    [Fact]
    public async Task Head_gives_back_offset_length_and_metadata_and_is_never_cached()
    {
        var path = await _tus.CreateAsync(_draft, 5, "我的影片.mp4");

        using var answer = await _tus.HeadAsync(path);

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(0, TusClient.OffsetOf(answer));
        Assert.Equal("5", answer.Headers.GetValues("Upload-Length").Single());
        Assert.Equal($"draft {TusClient.Base64(_draft.ToString())},filename {TusClient.Base64("我的影片.mp4")}", answer.Headers.GetValues("Upload-Metadata").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("9223372036854775808")]
    [InlineData("1e3")]
    [InlineData("")]
    public async Task A_length_that_is_none_is_refused(string length)
    {
        using var answer = await _tus.PostAsync(_draft, length);

        await Refused.WithAsync(400, "length-invalid", answer);
    }

    [Theory]
    [InlineData("4294967297", "file-too-large")]
    [InlineData("9223372036854775807", "file-too-large")]
    public async Task A_file_over_the_limit_is_refused(string length, string code)
    {
        using var answer = await _tus.PostAsync(_draft, length);

        await Refused.WithAsync(413, code, answer);
    }

    [Theory]
    [InlineData("filename ZmlsbQ==")]
    [InlineData("draft ####")]
    [InlineData("draft bm8tZ3VpZA==")]
    [InlineData("draft MDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAw")]
    public async Task Metadata_without_a_draft_is_refused(string metadata)
    {
        using var request = TusClient.Request("POST", "/files");
        request.Headers.Add("Upload-Length", "5");
        request.Headers.Add("Upload-Metadata", metadata);

        using var answer = await _tus.SendAsync(request);

        await Refused.WithAsync(400, "metadata-invalid", answer);
    }

    [Fact]
    public async Task A_sixth_file_is_refused_until_one_is_taken_back()
    {
        var paths = new List<string>();
        for (var file = 0; file < 5; file++)
            paths.Add(await _tus.CreateAsync(_draft, 5, $"film-{file}.mp4"));

        using var sixth = await _tus.PostAsync(_draft, "5");
        await Refused.WithAsync(413, "too-many-files", sixth);
        using var taken = await _tus.DeleteAsync(paths[0]);
        using var again = await _tus.PostAsync(_draft, "5");

        Assert.Equal(201, (int)again.StatusCode);
    }

    [Fact]
    public async Task Bytes_may_come_with_the_creation()
    {
        var bytes = TusClient.Bytes(1000, 1);
        using var request = TusClient.Request("POST", "/files");
        request.Headers.Add("Upload-Length", "1000");
        request.Headers.Add("Upload-Metadata", $"draft {TusClient.Base64(_draft.ToString())}");
        request.Content = new ByteArrayContent(bytes[..400]);
        request.Content.Headers.ContentType = new(TusClient.OffsetStream);

        using var answer = await _tus.SendAsync(request);

        Assert.Equal((201, 400L), ((int)answer.StatusCode, TusClient.OffsetOf(answer)));
        Assert.Equal(1000, await _tus.SendAsync(answer.Headers.Location!.ToString(), 400, bytes[400..]));
    }

    [Fact]
    public async Task A_name_is_kept_as_text_only()
    {
        await _tus.CreateAsync(_draft, 5, "../../etc/\u202Egpj.\0x\r\n" + new string('长', 300) + ".mp4");

        await using var db = fixture.Portal.Data.OpenDb();
        var asset = await db.Assets.SingleAsync(asset => asset.SubmissionId == _draft, TestContext.Current.CancellationToken);
        Assert.StartsWith("../../etc/gpj.x 长长", asset.FileName, StringComparison.Ordinal);
        Assert.EndsWith("….mp4", asset.FileName, StringComparison.Ordinal);
        Assert.Equal((200, AssetState.Expected), (asset.FileName.Length, asset.State));
    }
}
