using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.FunctionalTests.Media;
using Zhizhuxia.Jobs;
using Zhizhuxia.Media;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Jobs;

/// <summary>Who goes first, and who holds up nobody.</summary>
public sealed class FairnessTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly DateTimeOffset Past = TimeProvider.System.GetUtcNow().AddMinutes(-5);

    [Fact]
    public async Task A_film_of_an_hour_does_not_hold_up_fifty_clips()
    {
        var stage = new Stage();
        await using var newsroom = await Newsroom.OpenAsync(
            new Dictionary<string, string?> { ["Jobs:Poll"] = "00:00:00.010" },
            services => services.RemoveAll<IJobHandler>().AddSingleton(stage).AddScoped<IJobHandler, Acted>());
        var film = await AddAsync(newsroom, new Place { EstimatedSeconds = 1200 });
        var clips = new List<Guid>();
        for (var number = 0; number < 50; number++)
            clips.Add(await AddAsync(newsroom, new Place { EstimatedSeconds = 12 }));
        stage.EndsOnlyAfter(film, clips);
        var runner = newsroom.Services.GetServices<IHostedService>().OfType<JobRunner>().Single();

        await runner.StartAsync(Ct);
        await stage.Ended(film).WaitAsync(TimeSpan.FromMinutes(5), Ct); // never, if a clip had to wait for it
        await runner.StopAsync(Ct);

        Assert.Equal(film, stage.Begun[0]);
        Assert.Equal(51, stage.Begun.Count);
    }

    [Fact]
    public async Task The_first_film_of_each_goes_before_the_second_of_any_and_editors_before_the_public_page()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var ladder = await AddAsync(newsroom, Place.Ordinary, JobKind.MakeLadder);
        var second = await AddAsync(newsroom, new Place { Turn = 1 });
        var third = await AddAsync(newsroom, new Place { Turn = 2 });
        var others = await AddAsync(newsroom, Place.Ordinary);
        var breaking = await AddAsync(newsroom, new Place { IsUrgent = true }, JobKind.MakeLadder);

        Assert.Equal([breaking, others, second, third, ladder], await ClaimAllAsync(newsroom, null));
    }

    [Fact]
    public async Task A_slot_for_short_jobs_leaves_the_long_ones_alone()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await AddAsync(newsroom, new Place { EstimatedSeconds = 61 });
        var clip = await AddAsync(newsroom, new Place { EstimatedSeconds = 59, Turn = 7 });

        Assert.Equal([clip], await ClaimAllAsync(newsroom, TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task A_sender_with_films_waiting_takes_a_place_behind_them_others_do_not()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var facts = VideoFactsOf(20);
        await using var db = newsroom.OpenDb();
        var first = await SendAsync(db, "a@example.org");
        db.Jobs.Add(Job.ForAsset(JobKind.MakeProxy, first.SubmissionId, first.Id, Past));
        await db.SaveChangesAsync(Ct);
        await using var scope = newsroom.Services.CreateAsyncScope();
        var places = scope.ServiceProvider.GetRequiredService<FairPlace>();

        Assert.Equal(1, (await places.OfProxyAsync(await SendAsync(db, "a@example.org"), facts, Ct)).Turn);
        var other = await places.OfProxyAsync(await SendAsync(db, "b@example.org"), facts, Ct);
        Assert.Equal((0, false), (other.Turn, other.IsUrgent));
        Assert.InRange(other.EstimatedSeconds, 1, 60);
    }

    [Fact]
    public async Task Breaking_news_moves_what_waits_and_what_follows_and_can_be_taken_back()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var db = newsroom.OpenDb();
        var asset = await SendAsync(db, "a@example.org");
        db.Jobs.Add(Job.ForAsset(JobKind.MakeProxy, asset.SubmissionId, asset.Id, Past));
        await db.SaveChangesAsync(Ct);
        var editor = new Actor(Guid.CreateVersion7(), "王编辑", [Accounts.Role.Editor1], []);
        var stranger = editor with { Roles = [Accounts.Role.Finance] };

        Assert.Equal("not-possible-now", (await Assert.ThrowsAsync<RefusedException>(() => MarkAsync(stranger, true))).Code);
        Assert.Equal("not-claimed", (await Assert.ThrowsAsync<RefusedException>(() => MarkAsync(editor, true))).Code);
        await using (var scope = newsroom.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<ClaimSubmission>().RunAsync(asset.SubmissionId, editor, null, Ct);
        await MarkAsync(editor, true);
        Assert.Equal(Job.Urgent, await PriorityAsync());
        await using (var scope = newsroom.Services.CreateAsyncScope())
            Assert.True((await scope.ServiceProvider.GetRequiredService<FairPlace>().OfProxyAsync(asset, VideoFactsOf(20), Ct)).IsUrgent);
        await MarkAsync(editor, false);
        Assert.Equal(Job.PriorityOf(JobKind.MakeProxy), await PriorityAsync());

        async Task MarkAsync(Actor actor, bool urgent)
        {
            await using var scope = newsroom.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<MarkUrgent>().RunAsync(asset.SubmissionId, actor, urgent, Ct);
        }

        Task<int> PriorityAsync() => db.Jobs.AsNoTracking().Where(job => job.Kind == JobKind.MakeProxy).Select(job => job.Priority).SingleAsync(Ct);
    }

    private static async Task<Asset> SendAsync(PortalDb db, string email)
    {
        var piece = FilmRoom.Piece(Guid.CreateVersion7());
        piece.Contact = new Contact("读者", null, email);
        var asset = FilmRoom.Film(piece.Id, Guid.CreateVersion7(), 1);
        piece.Assets.Add(asset);
        db.Add(piece);
        await db.SaveChangesAsync(Ct);
        await db.Submissions.Where(row => row.Id == piece.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, State.Review1), Ct);
        await db.Jobs.Where(job => job.Kind == JobKind.StoreAsset || job.Kind == JobKind.InspectAsset).ExecuteDeleteAsync(Ct);
        db.ChangeTracker.Clear();
        return asset;
    }

    private static async Task<Guid> AddAsync(Newsroom newsroom, Place place, JobKind kind = JobKind.MakeProxy)
    {
        await using var db = newsroom.OpenDb();
        var asset = await SendAsync(db, "a@example.org");
        var job = Job.ForAsset(kind, asset.SubmissionId, asset.Id, TimeProvider.System.GetUtcNow().AddMinutes(-5), place); // each ready later than the one before
        db.Jobs.Add(job);
        await db.SaveChangesAsync(Ct);
        return job.Id;
    }

    private static async Task<List<Guid>> ClaimAllAsync(Newsroom newsroom, TimeSpan? below)
    {
        var table = newsroom.Services.GetRequiredService<JobTable>();
        var order = new List<Guid>();
        while (await table.ClaimAsync([JobKind.MakeProxy, JobKind.MakeLadder], below, Ct) is { } job)
            order.Add(job.Id);
        return order;
    }

    private static VideoFacts VideoFactsOf(double seconds) => new()
    {
        Container = "mov", FileBytes = 1, DurationSeconds = seconds, VideoTracks = 1, AudioTracks = 0, PlayableInBrowser = false, HasLocation = false,
        Video = new VideoTrack
        {
            Index = 0, Codec = "h264", PixelFormat = "yuv420p", BitDepth = 8, CodedWidth = 1920, CodedHeight = 1080, DisplayWidth = 1920, DisplayHeight = 1080,
            PixelAspect = 1, RotationDegrees = 0, Frames = 600, FrameRate = 30, AverageFrameRate = 30, IsVariable = false, IsInterlaced = false, Hdr = Hdr.None,
            LeadInSeconds = 0, DurationSeconds = seconds, BitsPerSecond = 1, PeakBitsPerSecond = 1, LongestGopSeconds = 1,
        },
    };

    /// <summary>What the scripted jobs did.</summary>
    private sealed class Stage
    {
        private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _ends = new();
        private readonly ConcurrentQueue<Guid> _begun = new();
        private readonly TaskCompletionSource _lastBegun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Guid _last;
        private IReadOnlyList<Guid> _before = [];

        public IReadOnlyList<Guid> Begun => [.. _begun];

        public void EndsOnlyAfter(Guid last, IReadOnlyList<Guid> before) => (_last, _before) = (last, before);

        public Task Ended(Guid job) => Of(job).Task;

        /// <summary>Every other job waits until the film has begun: whichever slot is quicker, it is the first.</summary>
        public async Task PlayAsync(Guid job, CancellationToken ct)
        {
            await (job == _last ? Task.CompletedTask : _lastBegun.Task.WaitAsync(ct));
            _begun.Enqueue(job);
            if (job == _last && _lastBegun.TrySetResult())
                await Task.WhenAll(_before.Select(Ended)).WaitAsync(ct);
        }

        public void End(Guid job) => Of(job).TrySetResult();

        private TaskCompletionSource Of(Guid job) => _ends.GetOrAdd(job, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    private sealed class Acted(Stage stage, PortalDb db) : IJobHandler
    {
        public JobKind Kind => JobKind.MakeProxy;

        public async Task RunAsync(JobContext job, CancellationToken ct)
        {
            await stage.PlayAsync(job.Id, ct);
            await job.CompleteAsync(db, ct);
            stage.End(job.Id);
        }
    }
}
