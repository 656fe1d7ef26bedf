using Microsoft.Extensions.Options;

namespace Zhizhuxia.Data;

/// <summary>
/// SQLite lets one write at a time, and who finds it busy sleeps and tries again, so that under load some wait for seconds. Here those of this process
/// wait in a row instead. PostgreSQL needs none of it.
/// </summary>
public sealed class WriteTurns(IOptions<DatabaseOptions> options) : IDisposable
{
    private readonly SemaphoreSlim? _turn = options.Value.Kind is DatabaseKind.Sqlite ? new(1) : null;

    /// <summary>Waits for its turn; the caller disposes what is returned, after the commit.</summary>
    public async Task<IDisposable?> TakeAsync(CancellationToken ct)
    {
        if (_turn is null)
            return null;
        await _turn.WaitAsync(ct);
        return new Turn(_turn);
    }

    public void Dispose() => _turn?.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
