using System.Security.Cryptography;
using Zhizhuxia.Storage;

namespace Zhizhuxia.FunctionalTests.Storage;

/// <summary>What every upload area keeps to.</summary>
public abstract class UploadAreaContract
{
    private readonly Guid _id = Guid.CreateVersion7();

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract IUploadArea Area { get; }

    protected abstract IBlobStore Store { get; }

    [Fact]
    public async Task Appends_follow_each_other()
    {
        await AppendAsync(0, [1, 2, 3]);
        await AppendAsync(3, [4, 5]);

        Assert.Equal([1, 2, 3, 4, 5], await ReadAsync());
    }

    [Fact]
    public async Task Many_megabytes_in_one_append()
    {
        var film = new byte[(20 << 20) + 7];
        new Random(1).NextBytes(film);

        Assert.Equal(new Written(film.Length, true), await AppendAsync(0, film));

        Assert.Equal(SHA256.HashData(film), SHA256.HashData(await ReadAsync()));
    }

    [Fact]
    public async Task Bytes_behind_the_offset_are_overwritten()
    {
        await AppendAsync(0, [1, 2, 3]);
        await AppendAsync(3, [9, 9, 9, 9]); // was never acknowledged
        await AppendAsync(3, [4]);
        await Area.PromoteAsync(_id, 4, BlobKey.Original(_id), Ct);

        Assert.Equal([1, 2, 3, 4], await StoredAsync());
    }

    [Fact]
    public async Task No_more_than_the_limit_is_taken()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        Assert.Equal(new Written(2, true), await Area.AppendAsync(_id, 0, new MemoryStream([1, 2, 3]), 2, hash, null, Ct));
        Assert.Equal(SHA256.HashData([1, 2]), hash.GetHashAndReset());
    }

    [Fact]
    public async Task What_came_before_the_line_broke_is_kept()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        Assert.Equal(new Written(5, false), await Area.AppendAsync(_id, 0, new BrokenLine(5), 100, hash, null, Ct));
        await AppendAsync(5, [7]);

        Assert.Equal([1, 1, 1, 1, 1, 7], await ReadAsync());
    }

    [Fact]
    public async Task Nothing_comes_and_nothing_changes()
    {
        await AppendAsync(0, [1]);

        Assert.Equal(new Written(0, true), await AppendAsync(1, []));
        Assert.Equal([1], await ReadAsync());
    }

    [Fact]
    public async Task Promoting_twice_is_promoting_once()
    {
        await AppendAsync(0, [1, 2, 3]);

        await Area.PromoteAsync(_id, 3, BlobKey.Original(_id), Ct);
        await Area.PromoteAsync(_id, 3, BlobKey.Original(_id), Ct);

        Assert.Equal([1, 2, 3], await StoredAsync());
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task Too_few_bytes_are_never_promoted_and_stay_where_they_are()
    {
        await AppendAsync(0, [1, 2, 3]);

        await Assert.ThrowsAsync<InvalidDataException>(() => Area.PromoteAsync(_id, 4, BlobKey.Original(_id), Ct));

        Assert.Equal([1, 2, 3], await ReadAsync());
    }

    [Fact]
    public async Task Whose_turn_is_over_writes_nothing()
    {
        await AppendAsync(0, [1, 2, 3]);

        await Assert.ThrowsAsync<TimeoutException>(() => AppendAsync(1, [9], _ => throw new TimeoutException()));

        Assert.Equal([1, 2, 3], await ReadAsync());
    }

    [Fact]
    public async Task Of_what_was_never_written_nothing_can_be_read_and_removing_it_is_no_error()
    {
        await Assert.ThrowsAsync<FileNotFoundException>(() => Area.OpenReadAsync(_id, Ct));
        await Area.DeleteAsync(_id, Ct);
    }

    [Fact]
    public async Task What_lies_here_is_listed_until_it_is_removed()
    {
        await AppendAsync(0, [1]);

        Assert.Equal([_id], await ListAsync());
        await Area.DeleteAsync(_id, Ct);
        Assert.Empty(await ListAsync());
    }

    protected async Task<Written> AppendAsync(long offset, byte[] bytes, Func<CancellationToken, Task>? confirm = null)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        return await Area.AppendAsync(_id, offset, new MemoryStream(bytes), bytes.Length + 1, hash, confirm, Ct);
    }

    /// <summary>Begins to append at <paramref name="offset"/> what the stream gives when it is let go.</summary>
    protected async Task<Written> AppendAsync(long offset, Stream slow)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        return await Area.AppendAsync(_id, offset, slow, 100, hash, null, Ct);
    }

    private async Task<byte[]> ReadAsync()
    {
        await using var content = await Area.OpenReadAsync(_id, Ct);
        using var all = new MemoryStream();
        await content.CopyToAsync(all, Ct);
        return all.ToArray();
    }

    private async Task<byte[]> StoredAsync()
    {
        await using var content = await Store.OpenReadAsync(BlobKey.Original(_id), Ct);
        using var all = new MemoryStream();
        await content.CopyToAsync(all, Ct);
        return all.ToArray();
    }

    private async Task<List<Guid>> ListAsync()
    {
        List<Guid> found = [];
        await foreach (var id in Area.ListAsync(Ct))
            found.Add(id);
        return found;
    }

    /// <summary>Gives some bytes and then breaks off.</summary>
    private sealed class BrokenLine(int bytes) : MemoryStream
    {
        private int _left = bytes;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_left == 0)
                throw new IOException("reset by peer");
            var given = Math.Min(_left, buffer.Length);
            buffer.Span[..given].Fill(1);
            _left -= given;
            return ValueTask.FromResult(given);
        }
    }
}
