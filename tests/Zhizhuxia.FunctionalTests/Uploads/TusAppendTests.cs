using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;

namespace Zhizhuxia.FunctionalTests.Uploads;

public sealed class TusAppendTests(PortalFixture fixture) : IClassFixture<PortalFixture>, IDisposable
{
    /// <summary>Bytes of a slice on the server.</summary>
    private const int Block = 8 << 20;

    private const int Length = Block + 1000;
    private readonly TusClient _tus = new(fixture.Portal);
    private readonly Guid _draft = Guid.CreateVersion7();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _tus.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Block - 1)]
    [InlineData(Block)]
    [InlineData(Block + 1)]
    [InlineData(Length - 1)]
    public async Task An_upload_goes_on_from_any_offset_to_the_same_hash(int cut)
    {
        var bytes = TusClient.Bytes(Length, cut);
        var path = await _tus.CreateAsync(_draft, Length);
        Assert.Equal(cut, await _tus.SendAsync(path, 0, bytes[..cut]));

        using (var head = await _tus.HeadAsync(path))
            Assert.Equal(cut, TusClient.OffsetOf(head));
        Assert.Equal(Length, await _tus.SendAsync(path, cut, bytes[cut..]));

        Assert.Equal(TusClient.Sha256(bytes), (await AssetAsync()).Sha256);
    }

    [Fact]
    public async Task A_finished_upload_takes_an_empty_request_and_no_more_bytes()
    {
        var path = await _tus.UploadAsync(_draft, TusClient.Bytes(10, 1));

        Assert.Equal(10, await _tus.SendAsync(path, 10, []));
        using var more = await _tus.PatchAsync(path, 10, [1]);

        await Refused.WithAsync(413, "upload-too-long", more);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(long.MaxValue)]
    public async Task Another_offset_than_the_rows_is_refused_and_changes_nothing(long offset)
    {
        var path = await _tus.CreateAsync(_draft, 10);
        await _tus.SendAsync(path, 0, [1, 2, 3, 4, 5]);

        using var answer = await _tus.PatchAsync(path, offset, []);

        await Refused.WithAsync(409, "offset-differs", answer);
        using var head = await _tus.HeadAsync(path);
        Assert.Equal(5, TusClient.OffsetOf(head));
    }

    [Fact]
    public async Task More_bytes_than_announced_are_refused_before_they_are_read()
    {
        var path = await _tus.CreateAsync(_draft, 10);

        using var answer = await _tus.PatchAsync(path, 0, new byte[11]);

        await Refused.WithAsync(413, "upload-too-long", answer);
    }

    [Fact]
    public async Task More_bytes_than_announced_are_refused_also_when_their_number_is_not_told()
    {
        var path = await _tus.CreateAsync(_draft, 10);

        using var answer = await _tus.PatchAsync(path, 0, new Chunked(new byte[11]));

        await Refused.WithAsync(413, "upload-too-long", answer);
        Assert.Null((await AssetAsync()).Sha256);
    }

    [Fact]
    public async Task Bytes_whose_number_is_not_told_are_taken()
    {
        var path = await _tus.CreateAsync(_draft, 10);

        using var answer = await _tus.PatchAsync(path, 0, new Chunked(new byte[10]));

        Assert.Equal((204, 10L), ((int)answer.StatusCode, TusClient.OffsetOf(answer)));
    }

    [Fact]
    public async Task Another_content_type_is_refused()
    {
        var path = await _tus.CreateAsync(_draft, 5);
        using var request = TusClient.Request("PATCH", path);
        request.Headers.Add("Upload-Offset", "0");
        request.Content = new ByteArrayContent([1]);
        request.Content.Headers.ContentType = new("application/octet-stream");

        using var answer = await _tus.SendAsync(request);

        await Refused.WithAsync(415, "content-type-invalid", answer);
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    public async Task A_right_checksum_moves_the_offset(string algorithm)
    {
        var bytes = TusClient.Bytes(Block + 10, 7);
        var path = await _tus.CreateAsync(_draft, bytes.Length);

        using var answer = await _tus.PatchAsync(path, 0, bytes, Checksum(algorithm, bytes));

        Assert.Equal((204, (long)bytes.Length), ((int)answer.StatusCode, TusClient.OffsetOf(answer)));
        Assert.Equal(TusClient.Sha256(bytes), (await AssetAsync()).Sha256);
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    public async Task A_wrong_checksum_keeps_nothing_and_the_right_bytes_come_after_it(string algorithm)
    {
        var bytes = TusClient.Bytes(1000, 8);
        var path = await _tus.CreateAsync(_draft, bytes.Length);
        await _tus.SendAsync(path, 0, bytes[..100]);

        using var wrong = await _tus.PatchAsync(path, 100, new byte[900], Checksum(algorithm, bytes[100..]));
        await Refused.WithAsync(460, "checksum-differs", wrong);
        using var head = await _tus.HeadAsync(path);
        Assert.Equal(100, TusClient.OffsetOf(head));
        using var right = await _tus.PatchAsync(path, 100, bytes[100..], Checksum(algorithm, bytes[100..]));

        Assert.Equal((204, 1000L), ((int)right.StatusCode, TusClient.OffsetOf(right)));
        Assert.Equal(TusClient.Sha256(bytes), (await AssetAsync()).Sha256);
    }

    [Theory]
    [InlineData("md5 kvZjbAKUfBN2fzAFPo1cbQ==")]
    [InlineData("sha1 short")]
    [InlineData("sha1")]
    public async Task A_checksum_of_another_kind_is_refused(string checksum)
    {
        var path = await _tus.CreateAsync(_draft, 5);

        using var answer = await _tus.PatchAsync(path, 0, [1], checksum);

        await Refused.WithAsync(400, "checksum-unknown", answer);
    }

    [Fact]
    public async Task The_last_byte_makes_the_asset_arrive()
    {
        var bytes = TusClient.Bytes(3000, 9);
        var path = await _tus.CreateAsync(_draft, bytes.Length);
        await _tus.SendAsync(path, 0, bytes[..2999]);
        Assert.Equal(AssetState.Uploading, (await AssetAsync()).State);

        await _tus.SendAsync(path, 2999, bytes[2999..]);

        var asset = await AssetAsync();
        Assert.Equal((TusClient.Sha256(bytes), 3000L), (asset.Sha256, asset.Length));
        Assert.NotNull(asset.ArrivedAt);
    }

    private static string Checksum(string algorithm, byte[] bytes) =>
#pragma warning disable CA5350 // tus demands sha1
        $"{algorithm} {Convert.ToBase64String(algorithm == "sha1" ? SHA1.HashData(bytes) : SHA256.HashData(bytes))}";
#pragma warning restore CA5350

    private async Task<Asset> AssetAsync()
    {
        await using PortalDb db = fixture.Portal.Data.OpenDb();
        return await db.Assets.AsNoTracking().SingleAsync(asset => asset.SubmissionId == _draft, Ct);
    }
}
