using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Zhizhuxia.Accounts;
using Zhizhuxia.Jobs;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;
using Zhizhuxia.UnitTests.Submissions;

namespace Zhizhuxia.BrowserTests.Desk;

/// <summary>
/// One portal with an editor and a piece whose film the machines have been through: 2 s black, 2 s of red grain, 3 s of still blue, 2 s of
/// green grain; mute from 7 s on. Beside it a piece whose film has not had its turn.
/// </summary>
public sealed class FilmDesk : IAsyncLifetime
{
    public const double Seconds = 9;
    public const string Editor = "初审小王";

    private const string Picture = "[0]format=yuv420p[black];[1]noise=alls=40:allf=t,format=yuv420p[red];[2]format=yuv420p[blue];[3]noise=alls=40:allf=t,format=yuv420p[green];"
        + "[black][red][blue][green]concat=n=4[v]";

    private PortalProcess? _portal;

    public PortalProcess Portal => _portal ?? throw new InvalidOperationException("Not started yet");

    public Chromium Chromium { get; } = new();

    /// <summary>The editor at the desk.</summary>
    public Actor Person { get; private set; } = null!;

    /// <summary>With findings.</summary>
    public Submission Piece { get; private set; } = null!;

    /// <summary>Without findings.</summary>
    public Submission Fresh { get; private set; } = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Accounts:SecondFactor"] = "Optional" }, Ct);
        Person = Actor.Of(await Portal.HireAsync(Editor, Ct, Role.Editor1));
        var clip = Path.Combine(Portal.DataFolder, "clip.mp4");
        await FilmAsync(clip);
        Piece = await BringAsync(clip, "四段颜色", "ZX261127-0001");
        await Eventually.TrueAsync(RestsAsync);
        Fresh = await BringAsync(clip, "还没轮到的片子", "ZX261127-0002", withFindings: false);
        await Chromium.InitializeAsync();
    }

    public Task<IPage> SitDownAsync(ColorScheme colours = ColorScheme.Light) => Chromium.SitDownAsync(Portal, Editor, colours);

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        if (_portal is not null)
            await _portal.DisposeAsync();
    }

    /// <summary>Puts a piece with a film into the portal, as if a reader had just sent it in.</summary>
    /// <param name="withFindings">False: the film is ready, and nobody works on it.</param>
    public async Task<Submission> BringAsync(string clip, string title, string number, bool withFindings = true)
    {
        var now = TimeProvider.System.GetUtcNow();
        var piece = Pieces.Draft(now, title: title);
        if (withFindings)
        {
            piece.Assets.Clear();
            piece.Assets.Add(Pieces.Arrived(piece, now));
        }
        piece.Assets[0].Store(now);
        if (!withFindings)
            piece.Assets[0].Jobs.Clear();
        piece.Apply(Verb.Submit, Actor.Reader, now, Decision.Plain);
        piece.Number = number;
        await using var scope = Portal.Data.Scope();
        await using (var film = File.OpenRead(clip))
            await scope.ServiceProvider.GetRequiredService<IBlobStore>().WriteAsync(BlobKey.Original(piece.Assets[0].Id), film, Ct);
        await using var db = Portal.Data.OpenDb();
        db.Submissions.Add(piece);
        await db.SaveChangesAsync(Ct);
        return piece;
    }

    /// <summary>Changes a piece as another process would.</summary>
    public async Task ChangeAsync(Guid id, Action<Submission> change)
    {
        await using var db = Portal.Data.OpenDb();
        change((await db.LoadAsync(id, Ct))!);
        await db.SaveChangesAsync(Ct);
    }

    /// <summary>The machines have been through and are at the piece no more: nothing of its page moves by itself under the mouse.</summary>
    private async Task<bool> RestsAsync()
    {
        await using var db = Portal.Data.OpenDb();
        return await db.Assets.AnyAsync(film => film.Id == Piece.Assets[0].Id && film.Findings != null, Ct)
            && !await db.Jobs.AnyAsync(job => job.SubmissionId == Piece.Id && job.Kind != JobKind.SendMail && (job.State == JobState.Ready || job.State == JobState.Running), Ct);
    }

    private static async Task FilmAsync(string path)
    {
        string[] arguments =
        [
            "-v", "error", "-nostdin", "-y", "-f", "lavfi", "-i", "color=black:s=640x360:r=30:d=2", "-f", "lavfi", "-i", "color=red:s=640x360:r=30:d=2",
            "-f", "lavfi", "-i", "color=blue:s=640x360:r=30:d=3", "-f", "lavfi", "-i", "color=green:s=640x360:r=30:d=2",
            "-f", "lavfi", "-i", "sine=440:d=9,volume=enable='gt(t,7)':volume=0", "-filter_complex", Picture, "-map", "[v]", "-map", "4",
            "-c:v", "libx264", "-preset", "ultrafast", "-crf", "18", "-c:a", "aac", "-movflags", "+faststart", path,
        ];
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", arguments))!;
        await process.WaitForExitAsync(Ct);
        Assert.Equal(0, process.ExitCode);
    }
}
