using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Assets;
using Zhizhuxia.Jobs;
using Zhizhuxia.Media;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Media;

/// <summary>A newsroom with one piece whose film lies in the store, and its jobs run by hand, one after another.</summary>
public sealed class FilmRoom : IAsyncDisposable
{
    private static readonly DateTimeOffset LongAgo = TimeProvider.System.GetUtcNow().AddMinutes(-1);

    private FilmRoom(Newsroom newsroom) => Newsroom = newsroom;

    public Newsroom Newsroom { get; }
    public Guid SubmissionId { get; } = Guid.CreateVersion7();
    public Guid AssetId { get; } = Guid.CreateVersion7();

    public static async Task<FilmRoom> WithAsync(string clip, State state, SandboxReport report, Action<IServiceCollection>? add = null)
    {
        var room = new FilmRoom(await Newsroom.OpenAsync(add: add));
        room.Newsroom.Services.GetRequiredService<SandboxState>().Set(report);
        await room.BringAsync(clip, state);
        return room;
    }

    public static Task<FilmRoom> WithAsync(string clip, State state, Action<IServiceCollection>? add = null) =>
        WithAsync(clip, state, new SandboxReport(SandboxProof.Proven, [], null), add);

    public async Task<Asset> AssetAsync()
    {
        await using var db = Newsroom.OpenDb();
        return await db.Assets.AsNoTracking().SingleAsync(row => row.Id == AssetId);
    }

    public async Task<List<Job>> JobsAsync(JobKind kind)
    {
        await using var db = Newsroom.OpenDb();
        return await db.Jobs.AsNoTracking().Where(row => row.Kind == kind).ToListAsync();
    }

    public async Task OrderAsync(JobKind kind)
    {
        await using var db = Newsroom.OpenDb();
        db.Jobs.Add(Job.ForAsset(kind, SubmissionId, AssetId, LongAgo));
        await db.SaveChangesAsync();
    }

    public async Task SetAsync(State state)
    {
        await using var db = Newsroom.OpenDb();
        await db.Submissions.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state));
    }

    /// <summary>Claims the next job of a kind and runs its handler, as the runner does.</summary>
    /// <returns>The job as claimed.</returns>
    public async Task<Job> RunAsync(JobKind kind, CancellationToken ct)
    {
        var table = Newsroom.Services.GetRequiredService<JobTable>();
        var job = await table.ClaimAsync([kind], ct) ?? throw new InvalidOperationException($"No {kind} is ready");
        await using var scope = Newsroom.Services.CreateAsyncScope();
        var handler = scope.ServiceProvider.GetServices<IJobHandler>().Single(candidate => candidate.Kind == kind);
        try
        {
            await handler.RunAsync(new JobContext(table, job), ct);
        }
        catch (OperationCanceledException)
        {
            await table.PutBackAsync(job, TimeSpan.Zero, null, CancellationToken.None);
            throw;
        }
        return job;
    }

    public async Task<byte[]> ReadAsync(Rendition rendition, string file)
    {
        await using var stream = await Newsroom.Services.GetRequiredService<IBlobStore>()
            .OpenReadAsync(BlobKey.Rendition(AssetId, rendition.Attempt, file), CancellationToken.None);
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        return memory.ToArray();
    }

    /// <summary>Command lines of all processes on this machine that name this newsroom's folder.</summary>
    public IReadOnlyList<string> Children() => FunctionalTests.Children.Of(Newsroom.Root);

    public ValueTask DisposeAsync() => Newsroom.DisposeAsync();

    private async Task BringAsync(string clip, State state)
    {
        await using var db = Newsroom.OpenDb();
        var submission = Piece(SubmissionId);
        var asset = Film(SubmissionId, AssetId, new FileInfo(clip).Length);
        submission.Assets.Add(asset);
        db.Add(submission);
        await db.SaveChangesAsync();
        await SetAsync(state);
        await db.Jobs.Where(row => row.Kind == JobKind.StoreAsset).ExecuteDeleteAsync();
        await using var file = File.OpenRead(clip);
        await Newsroom.Services.GetRequiredService<IBlobStore>().WriteAsync(BlobKey.Original(AssetId), file, CancellationToken.None);
    }

    internal static Submission Piece(Guid id) => new()
    {
        Id = id, Kind = SubmissionKind.Film, Channel = Channel.Web, CreatedAt = LongAgo, Contact = new Contact("读者", null, "reader@example.org"),
    };

    internal static Asset Film(Guid submissionId, Guid id, long length)
    {
        var asset = new Asset { Id = id, SubmissionId = submissionId, FileName = "clip.mp4", Length = length, CreatedAt = LongAgo };
        asset.BeginUpload();
        asset.Arrive(new string('0', 64), LongAgo);
        asset.Store(LongAgo);
        return asset;
    }
}
