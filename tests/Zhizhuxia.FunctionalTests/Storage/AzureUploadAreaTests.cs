using Zhizhuxia.Storage;

namespace Zhizhuxia.FunctionalTests.Storage;

[NoDatabase]
public sealed class AzureUploadAreaTests(Azurite azurite) : UploadAreaContract, IClassFixture<Azurite>, IDisposable
{
    private readonly AzureRoom _room = new(azurite);

    protected override IUploadArea Area => _room.Area;

    protected override IBlobStore Store => _room.Store;

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Of_two_web_processes_that_write_one_goes_on_and_the_other_is_told()
    {
        await AppendAsync(0, [1, 2]);
        using var paused = new Gate([8, 8, 8]);
        var late = AppendAsync(2, paused);
        await paused.Reached.WaitAsync(Ct);
        await AppendAsync(2, [3]);

        paused.Open();

        await Assert.ThrowsAsync<BytesTakenOverException>(() => late);
        await using var content = await Area.OpenReadAsync((await FirstAsync()), Ct);
        Assert.Equal(3, content.Length);
    }

    [Fact]
    public async Task Who_is_passed_while_waiting_for_the_turn_cuts_nothing_off()
    {
        await AppendAsync(0, [1, 2]);

        await Assert.ThrowsAsync<BytesTakenOverException>(() => AppendAsync(2, [8, 8, 8], async _ => await AppendAsync(2, [3, 4, 5, 6])));

        await using var content = await Area.OpenReadAsync(await FirstAsync(), Ct);
        Assert.Equal(6, content.Length);
    }

    private async Task<Guid> FirstAsync()
    {
        await foreach (var id in Area.ListAsync(Ct))
            return id;
        throw new InvalidOperationException("nothing is there");
    }

    /// <summary>A connection over which nothing comes until it is opened.</summary>
    private sealed class Gate(byte[] content) : MemoryStream(content)
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        public void Open() => _open.SetResult();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _reached.TrySetResult();
            await _open.Task.WaitAsync(cancellationToken);
            return Read(buffer.Span);
        }
    }
}
