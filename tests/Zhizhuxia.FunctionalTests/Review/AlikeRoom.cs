using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.FunctionalTests.Jobs;
using Zhizhuxia.FunctionalTests.Media;
using Zhizhuxia.Jobs;
using Zhizhuxia.Media;
using Zhizhuxia.Review;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>A newsroom to which pieces with real films come one after another; its jobs are run by hand.</summary>
internal sealed class AlikeRoom : IAsyncDisposable
{
    private DateTimeOffset _now = TimeProvider.System.GetUtcNow().AddHours(-1);

    private AlikeRoom(Newsroom newsroom) => Newsroom = newsroom;

    public Newsroom Newsroom { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<AlikeRoom> OpenAsync()
    {
        var room = new AlikeRoom(await Newsroom.OpenAsync(add: JobsByHand.MakeMortal));
        room.Newsroom.Services.GetRequiredService<SandboxState>().Set(new SandboxReport(SandboxProof.Proven, [], null));
        return room;
    }

    /// <summary>A film that moves and sounds like no other.</summary>
    /// <param name="kind">mandelbrot or testsrc2.</param>
    public static Task<string> FilmAsync(MediaRoom media, string kind) => media.MakeAsync(
        $"{kind}.mp4", (kind is "mandelbrot" ? "-f lavfi -i mandelbrot=s=640x360:r=25:end_scale=0.02" : "-f lavfi -i testsrc2=s=640x360:r=25")
            + (kind is "mandelbrot" ? " -f lavfi -i aevalsrc=0.4*sin(2*PI*(300+200*floor(mod(t*3.7\\,5)))*t)" : " -f lavfi -i aevalsrc=0.4*sin(2*PI*(500+90*floor(mod(t*2.3\\,7)))*t)")
            + " -t 8 -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac");

    /// <summary>The same film as others pass it on: smaller, worse, its first second and a half missing.</summary>
    public static Task<string> CopyAsync(MediaRoom media, string film) => media.MakeAsync(
        "copy.mp4", $"-ss 1.5 -i {film} -vf scale=426:240 -c:v libx264 -preset ultrafast -crf 32 -pix_fmt yuv420p -c:a aac -b:a 48k");

    /// <summary>A piece that has just been sent in, with its film in the store.</summary>
    /// <param name="sha256">Of the bytes; null: like no other.</param>
    public async Task<Submission> BringAsync(string film, string? sha256 = null)
    {
        _now = _now.AddMinutes(1);
        var piece = Draft(_now);
        piece.Assets.Clear();
        var asset = new Zhizhuxia.Assets.Asset { Id = Guid.CreateVersion7(_now), SubmissionId = piece.Id, FileName = "片子.mp4", Length = new FileInfo(film).Length, CreatedAt = _now };
        piece.Assets.Add(asset);
        asset.Arrive(sha256 ?? Convert.ToHexStringLower(asset.Id.ToByteArray()) + new string('0', 32), _now);
        asset.Jobs.Clear();
        asset.Store(_now);
        piece.Apply(Verb.Submit, Actor.Reader, _now, Decision.Plain);
        await using (var bytes = File.OpenRead(film))
            await Newsroom.Services.GetRequiredService<IBlobStore>().WriteAsync(BlobKey.Original(asset.Id), bytes, Ct);
        return await Newsroom.AddAsync(piece, Ct);
    }

    /// <summary>Everything the machines do about a piece that has come: the search at once, the film, and the search that knows what it looks like.</summary>
    public async Task LookAsync()
    {
        foreach (var kind in new[] { JobKind.FindDuplicates, JobKind.InspectAsset, JobKind.MakeProxy, JobKind.FindDuplicates })
            Assert.True(await Newsroom.DoNextAsync(kind, Ct));
    }

    public async Task SearchAsync(Guid piece)
    {
        await using (var db = Newsroom.OpenDb())
        {
            db.Jobs.Add(Job.ForPiece(JobKind.FindDuplicates, piece, _now));
            await db.SaveChangesAsync(Ct);
        }
        Assert.True(await Newsroom.DoNextAsync(JobKind.FindDuplicates, Ct));
    }

    public async Task<List<Resemblance>> PairsAsync()
    {
        await using var db = Newsroom.OpenDb();
        return await db.Resemblances.AsNoTracking().OrderBy(pair => pair.OneId).ThenBy(pair => pair.OtherId).ToListAsync(Ct);
    }

    public Task SayAsync(Guid one, Guid other, ResemblanceState state) =>
        Newsroom.RunAsync<DecideResemblance, bool>(async decide =>
        {
            await decide.RunAsync(one, other, state, Wang, Ct);
            return true;
        });

    public Task<Step> DecideAsync(Guid id, Verb verb, Actor actor, Decision decision) => Newsroom.RunAsync<DecideSubmission, Step>(async decide =>
    {
        if (verb is not Verb.Reopen)
            await Newsroom.RunAsync<ClaimSubmission, bool>(async claim =>
            {
                await claim.RunAsync(id, actor, "测试接手", Ct);
                return true;
            });
        return await decide.RunAsync(id, verb, actor, Seen.Of(await Newsroom.SeeAsync(id, Ct)), decision, Ct);
    });

    public ValueTask DisposeAsync() => Newsroom.DisposeAsync();
}
