using System.Diagnostics;
using Microsoft.Playwright;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.BrowserTests.Desk;

/// <summary>The desk with two pieces of one film: the second lacks its first two seconds and is seen in a mirror.</summary>
public sealed class AlikeDesk : IAsyncLifetime
{
    public const double Missing = 2;

    private readonly FilmDesk _desk = new();

    /// <summary>The whole film, 8 s.</summary>
    public Submission Whole { get; private set; } = null!;

    /// <summary>What is left of it.</summary>
    public Submission Part { get; private set; } = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _desk.InitializeAsync();
        var folder = _desk.Portal.DataFolder;
        await FfmpegAsync("-f", "lavfi", "-i", "testsrc2=s=640x360:r=25:d=8", "-f", "lavfi", "-i", "sine=f=330:d=8", Path.Combine(folder, "whole.mp4"));
        await FfmpegAsync("-ss", "2", "-i", Path.Combine(folder, "whole.mp4"), "-vf", "hflip,scale=426:240", Path.Combine(folder, "part.mp4"));
        Whole = await _desk.BringAsync(Path.Combine(folder, "whole.mp4"), "湘江边的早班轮渡", "ZX261128-0001", withFindings: false);
        Part = await _desk.BringAsync(Path.Combine(folder, "part.mp4"), "轮渡开了", "ZX261128-0002", withFindings: false);
        await ResembleAsync(Whole, Part);
    }

    public Task<IPage> SitDownAsync(ColorScheme colours = ColorScheme.Light) => _desk.SitDownAsync(colours);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private async Task ResembleAsync(Submission one, Submission other)
    {
        var pair = new Resemblance { Id = Guid.CreateVersion7(), OneId = one.Id, OtherId = other.Id, FoundAt = TimeProvider.System.GetUtcNow() };
        pair.Learn(
        [
            new(ResemblanceKind.Pictures, 0.97, true) { OneAsset = one.Assets[0].Id, OtherAsset = other.Assets[0].Id, OffsetSeconds = -Missing, SharedSeconds = 6, IsMirrored = true },
            new(ResemblanceKind.Sound, 0.9, false) { OneAsset = one.Assets[0].Id, OtherAsset = other.Assets[0].Id, OffsetSeconds = -Missing, SharedSeconds = 6 },
        ]);
        await using var db = _desk.Portal.Data.OpenDb();
        db.Resemblances.Add(pair);
        await db.SaveChangesAsync(Ct);
    }

    private static async Task FfmpegAsync(params string[] arguments)
    {
        string[] coded = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-g", "25", "-c:a", "aac", "-movflags", "+faststart"];
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-nostdin", "-y", .. arguments[..^1], .. coded, arguments[^1]]))!;
        await process.WaitForExitAsync(Ct);
        Assert.Equal(0, process.ExitCode);
    }
}
