using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.Options;
using Zhizhuxia.Review;

namespace Zhizhuxia.Web.Review;

/// <summary>
/// Looks once a second, for all open pages of this process together, whether anything on the desk has changed, and hands what it saw to each of them.
/// While nobody looks, it does not ask either.
/// </summary>
internal sealed partial class DeskWatch(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, IOptions<LimitsOptions> limits, TimeProvider clock, ILogger<DeskWatch> log)
    : BackgroundService
{
    /// <summary>Between two looks.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<DeskWatcher, byte> _watchers = [];

    /// <summary>What was seen last; null while nobody looks.</summary>
    public DeskStamps? Latest { get; private set; }

    /// <summary>An open page begins to look; the caller disposes the watcher. Null: this person has too many open.</summary>
    /// <param name="editor">Who looks.</param>
    /// <param name="piece">The piece on the page, if it is about one.</param>
    public DeskWatcher? Join(Guid editor, Guid? piece)
    {
        if (_watchers.Keys.Count(other => other.Editor == editor) >= limits.Value.StreamsPerPerson)
            return null;
        var watcher = new DeskWatcher(editor, piece, gone => _watchers.TryRemove(gone, out _));
        _watchers[watcher] = 0;
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            watcher.End();
        return watcher;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var end = lifetime.ApplicationStopping.Register(EndAll);
        using var timer = new PeriodicTimer(Beat, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (_watchers.IsEmpty)
                Latest = null;
            else
                await LookAsync(stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            Latest = await scope.ServiceProvider.GetRequiredService<ReadStamps>().RunAsync([.. _watchers.Keys.Select(watcher => watcher.Piece).OfType<Guid>().Distinct()], ct);
        }
        catch (Exception failed) when (failed is DbException or InvalidOperationException or TimeoutException)
        {
            LookFailed(failed); // the database is away for a moment; the pages keep what they have
        }
        foreach (var watcher in _watchers.Keys)
            watcher.Tell(Latest);
    }

    private void EndAll()
    {
        foreach (var watcher in _watchers.Keys)
            watcher.End();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Looking for changes on the desk has failed.")]
    private partial void LookFailed(Exception failed);
}
