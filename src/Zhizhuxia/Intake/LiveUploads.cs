using System.Collections.Concurrent;

namespace Zhizhuxia.Intake;

/// <summary>The uploads under way in this process. Singleton.</summary>
public sealed class LiveUploads(TimeProvider clock)
{
    private static readonly TimeSpan Idle = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<Guid, LiveUpload> _live = new();

    public LiveUpload Of(Guid uploadId)
    {
        var live = _live.GetOrAdd(uploadId, static _ => new());
        live.UsedAt = clock.GetUtcNow();
        return live;
    }

    /// <summary>Ended or taken back: nothing more will come.</summary>
    public void Forget(Guid uploadId) => _live.TryRemove(uploadId, out _);

    /// <summary>Lets go of what nobody has touched for an hour; were it to go on, its bytes would be read again.</summary>
    public void ForgetIdle()
    {
        foreach (var (id, live) in _live)
        {
            if (live.UsedAt < clock.GetUtcNow() - Idle)
                Forget(id);
        }
    }
}
