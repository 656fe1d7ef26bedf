using Zhizhuxia.Storage;

namespace Zhizhuxia.FunctionalTests.Storage;

/// <summary>What every store keeps to.</summary>
public abstract class BlobStoreContract
{
    private static readonly BlobKey Key = new("originals/film");

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract IBlobStore Store { get; }

    [Fact]
    public async Task What_is_written_is_read_back_from_anywhere()
    {
        var film = Bytes(9_000_000);

        Assert.Equal(film.Length, await Store.WriteAsync(Key, new MemoryStream(film), Ct));

        await using var read = await Store.OpenReadAsync(Key, Ct);
        Assert.Equal(film.Length, read.Length);
        read.Position = 8_500_000;
        var end = new byte[500_000];
        await read.ReadExactlyAsync(end, Ct);
        Assert.Equal(film[8_500_000..], end);
    }

    [Fact]
    public async Task Length_and_time_are_told_without_opening()
    {
        await Store.WriteAsync(Key, new MemoryStream(Bytes(1234)), Ct);

        var facts = await Store.LookAsync(Key, Ct);

        Assert.Equal(1234, facts!.Length);
        Assert.Equal(TimeProvider.System.GetUtcNow(), facts.WrittenAt, TimeSpan.FromHours(1));
        Assert.Null(await Store.LookAsync(new("originals/none"), Ct));
        Assert.True(await Store.AnswersAsync(Ct));
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_stored_from_where_it_stands()
    {
        using var piped = new OneWay(Bytes(100_000));

        Assert.Equal(100_000, await Store.WriteAsync(Key, piped, Ct));
        Assert.Equal(Bytes(100_000), await ReadAsync(Key));
    }

    [Fact]
    public async Task A_key_is_written_once()
    {
        await Store.WriteAsync(Key, new MemoryStream([1]), Ct);

        await Assert.ThrowsAsync<BlobExistsException>(() => Store.WriteAsync(Key, new MemoryStream([2]), Ct));
        Assert.Equal([1], await ReadAsync(Key));
    }

    [Fact]
    public async Task Of_many_writers_of_one_key_one_wins()
    {
        var won = await Task.WhenAll(Enumerable.Range(1, 8).Select(async writer =>
        {
            try
            {
                await Store.WriteAsync(Key, new MemoryStream([(byte)writer]), Ct);
                return writer;
            }
            catch (BlobExistsException)
            {
                return 0;
            }
        }));

        var winner = Assert.Single(won, writer => writer > 0);
        Assert.Equal([(byte)winner], await ReadAsync(Key));
    }

    [Fact]
    public async Task A_local_file_is_taken_over_and_a_taken_key_leaves_it_where_it_was()
    {
        var (first, second) = (Local([1, 2]), Local([3]));

        await Store.ImportAsync(Key, first, Ct);

        await Assert.ThrowsAsync<BlobExistsException>(() => Store.ImportAsync(Key, second, Ct));
        Assert.Equal((false, true), (File.Exists(first), File.Exists(second)));
        Assert.Equal([1, 2], await ReadAsync(Key));
        File.Delete(second);
    }

    [Fact]
    public async Task A_borrowed_copy_is_a_local_file()
    {
        await Store.WriteAsync(Key, new MemoryStream([1, 2, 3]), Ct);

        await using var copy = await Store.BorrowAsync(Key, Ct);

        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(copy.Path, Ct));
    }

    [Fact]
    public async Task What_is_not_there_is_said_to_be_missing()
    {
        Assert.False(await Store.ExistsAsync(Key, Ct));
        await Assert.ThrowsAsync<BlobMissingException>(() => Store.OpenReadAsync(Key, Ct));
        await Assert.ThrowsAsync<BlobMissingException>(() => Store.BorrowAsync(Key, Ct));
        await Store.DeleteAsync(Key, Ct);
    }

    [Fact]
    public async Task What_was_deleted_is_gone_and_its_key_free()
    {
        await Store.WriteAsync(Key, new MemoryStream([1]), Ct);

        await Store.DeleteAsync(Key, Ct);

        Assert.False(await Store.ExistsAsync(Key, Ct));
        await Store.WriteAsync(Key, new MemoryStream([2]), Ct);
        Assert.Equal([2], await ReadAsync(Key));
    }

    [Fact]
    public async Task Keys_are_listed_by_their_beginning()
    {
        BlobKey[] keys = [new("mail/a"), new("renditions/1/1/poster.jpg"), new("renditions/2/1/proxy.mp4")];
        foreach (var key in keys)
            await Store.WriteAsync(key, new MemoryStream([0]), Ct);

        List<BlobKey> found = [];
        await foreach (var key in Store.ListAsync("renditions/", Ct))
            found.Add(key);

        Assert.Equal(keys[1..], found.OrderBy(key => key.Value, StringComparer.Ordinal));
    }

    private async Task<byte[]> ReadAsync(BlobKey key)
    {
        await using var read = await Store.OpenReadAsync(key, Ct);
        var bytes = new byte[read.Length];
        await read.ReadExactlyAsync(bytes, Ct);
        return bytes;
    }

    private static byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }

    private static string Local(byte[] content)
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>As a request's body: no length, no way back.</summary>
    private sealed class OneWay(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();
    }
}
