namespace Zhizhuxia.Storage;

/// <summary>A file on the local disk, borrowed from the store. Dispose gives it back.</summary>
public sealed class LocalCopy(string path, bool temporary) : IAsyncDisposable
{
    /// <summary>Absolute path. Never write to it: it may be the stored file itself.</summary>
    public string Path { get; } = path;

    public ValueTask DisposeAsync()
    {
        if (temporary)
            File.Delete(Path);
        return ValueTask.CompletedTask;
    }
}
