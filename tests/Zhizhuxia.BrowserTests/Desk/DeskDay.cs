using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Zhizhuxia.Accounts;
using Zhizhuxia.FunctionalTests.Review;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;
using Zhizhuxia.UnitTests.Submissions;

namespace Zhizhuxia.BrowserTests.Desk;

/// <summary>A newsroom of four people, whose pieces each test brings itself: with a film that plays, everything declared, a column and a verdict on AI.</summary>
public sealed class DeskDay : IAsyncLifetime
{
    public const string First = "初审小王";
    public const string Colleague = "初审小谢";
    public const string Second = "复审老李";
    public const string Third = "终审老赵";

    private readonly Guid _column = Guid.CreateVersion7();
    private PortalProcess? _portal;
    private string _clip = "";

    public PortalProcess Portal => _portal ?? throw new InvalidOperationException("Not started yet");

    public Chromium Chromium { get; } = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalProcess.StartAsync(new Dictionary<string, string>
        {
            ["Accounts:SecondFactor"] = "Optional", ["Jobs:Run"] = "None",
        }, Ct);
        foreach (var (name, role) in new[] { (First, Role.Editor1), (Colleague, Role.Editor1), (Second, Role.Editor2), (Third, Role.Editor3) })
            await Portal.HireAsync(name, Ct, role);
        _clip = Path.Combine(Portal.DataFolder, "clip.mp4");
        await FilmAsync(_clip);
        await Chromium.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        if (_portal is not null)
            await _portal.DisposeAsync();
    }

    public Task<IPage> SitDownAsync(string name, ColorScheme colours = ColorScheme.Light) => Chromium.SitDownAsync(Portal, name, colours);

    /// <summary>A piece as a reader has just sent it in.</summary>
    public async Task<Submission> BringAsync(string title)
    {
        var now = TimeProvider.System.GetUtcNow();
        var piece = Pieces.Draft(now, _column, title);
        piece.Assets[0].Store(now);
        piece.Assets[0].Jobs.Clear();
        piece.Apply(Verb.Submit, Actor.Reader, now, Decision.Plain);
        await using (var film = File.OpenRead(_clip))
        await using (var scope = Portal.Data.Scope())
            await scope.ServiceProvider.GetRequiredService<IBlobStore>().WriteAsync(BlobKey.Original(piece.Assets[0].Id), film, Ct);
        await using var db = Portal.Data.OpenDb();
        await db.KeepAsync(piece, Ct);
        return piece;
    }

    public async Task<Submission> SeeAsync(Guid id)
    {
        await using var db = Portal.Data.OpenDb();
        return await db.Aggregate().Include(piece => piece.Letters).SingleAsync(piece => piece.Id == id, Ct);
    }

    /// <summary>Changes a piece as another process would.</summary>
    public async Task ChangeAsync(Guid id, Action<Submission> change)
    {
        await using var db = Portal.Data.OpenDb();
        change((await db.LoadAsync(id, Ct))!);
        await db.SaveChangesAsync(Ct);
    }

    private static async Task FilmAsync(string path)
    {
        string[] arguments =
        [
            "-v", "error", "-nostdin", "-y", "-f", "lavfi", "-i", "testsrc2=s=640x360:r=25:d=12", "-f", "lavfi", "-i", "sine=440:d=12",
            "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-g", "25", "-c:a", "aac", "-movflags", "+faststart", path,
        ];
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", arguments))!;
        await process.WaitForExitAsync(Ct);
        Assert.Equal(0, process.ExitCode);
    }
}

[CollectionDefinition(nameof(DeskDay))]
public sealed class DeskDayTests : ICollectionFixture<DeskDay>;
