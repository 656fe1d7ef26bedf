using System.Security.Cryptography;

namespace Zhizhuxia.Intake;

/// <summary>
/// What this process knows of an upload under way: who writes, and the hash of what has been written. Losing it costs nothing but reading
/// the bytes again; the row decides.
/// </summary>
public sealed class LiveUpload : IDisposable
{
    private readonly SemaphoreSlim _pen = new(1, 1);
    private CancellationTokenSource? _writer;

    /// <summary>SHA-256 of the first <see cref="HashedTo"/> bytes, where that is not negative.</summary>
    public IncrementalHash Hash { get; } = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Negative: the hash is of no use.</summary>
    public long HashedTo { get; set; }

    /// <summary>The hash begins anew.</summary>
    public void Restart()
    {
        _ = Hash.GetHashAndReset();
        HashedTo = 0;
    }

    public DateTimeOffset UsedAt { get; set; }

    /// <summary>
    /// Stops whoever writes and waits for their end: the newest request wins, so that a phone that has changed its network need not wait until
    /// its old connection is known to be dead.
    /// </summary>
    /// <returns>The right to write, until disposed; null if the older request did not let go in time.</returns>
    /// <exception cref="OperationCanceledException">The request ended, or a newer one came.</exception>
    public async Task<Pen?> TakeAsync(TimeSpan within, CancellationToken request)
    {
        var stop = new CancellationTokenSource(); // never disposed: a newer request may be about to cancel it, and it holds nothing
        if (Interlocked.Exchange(ref _writer, stop) is { } older)
            await older.CancelAsync();
        var linked = CancellationTokenSource.CreateLinkedTokenSource(request, stop.Token);
        try
        {
            if (await _pen.WaitAsync(within, linked.Token))
                return new Pen(this, linked, stop.Token);
        }
        catch (OperationCanceledException)
        {
            linked.Dispose();
            throw;
        }
        linked.Dispose();
        return null;
    }

    public void Dispose()
    {
        Hash.Dispose();
        _pen.Dispose();
    }

    /// <summary>The right to write.</summary>
    public sealed class Pen(LiveUpload live, CancellationTokenSource linked, CancellationToken taken) : IDisposable
    {
        public LiveUpload Live => live;

        /// <summary>Ends when the request does or a newer one comes.</summary>
        public CancellationToken Token { get; } = linked.Token;

        /// <summary>A newer request has taken over.</summary>
        public bool IsTaken => taken.IsCancellationRequested;

        public void Dispose()
        {
            linked.Dispose();
            live._pen.Release();
        }
    }
}
