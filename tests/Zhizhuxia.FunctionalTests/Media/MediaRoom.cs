using Microsoft.Extensions.Options;
using Zhizhuxia.Media;
using Zhizhuxia.Storage;

namespace Zhizhuxia.FunctionalTests.Media;

/// <summary>The media room with real programs and a proven box, shared by the tests of one assembly.</summary>
public sealed class MediaRoom : IAsyncLifetime
{
    public MediaRoom()
    {
        Tools = new MediaTools(Options);
        Sandbox = new Sandbox(Tools);
        SandboxTest = new SandboxTest(
            Processes, Sandbox, Tools, Options, Microsoft.Extensions.Options.Options.Create(new StorageOptions { Root = Folder }), TimeProvider.System);
        Probe = new Probe(Processes, Sandbox, State, Tools, Options);
        Transcode = new Transcode(Processes, Sandbox, State, Tools, new VerifyOutput(Processes, Sandbox, Tools, Options), Options);
        var patient = new PatientTranscode(Transcode, TimeProvider.System);
        TranscodeFile = new TranscodeFile(patient, new LadderFolder(patient, Options), new MeasureLoudness(Processes, Sandbox, State, Tools, Options), Options);
        Posters = new PosterMaker(Transcode, Options);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("zhizhuxia-media-").FullName;
    public IOptions<MediaOptions> Options { get; } = Microsoft.Extensions.Options.Options.Create(new MediaOptions());
    public FfmpegProcess Processes { get; } = new();
    public SandboxState State { get; } = new();
    public MediaTools Tools { get; }
    public Sandbox Sandbox { get; }
    public SandboxTest SandboxTest { get; }
    public Probe Probe { get; }
    public Transcode Transcode { get; }
    public TranscodeFile TranscodeFile { get; }
    public PosterMaker Posters { get; }

    public async ValueTask InitializeAsync() => State.Set(await SandboxTest.RunAsync(CancellationToken.None));

    public ValueTask DisposeAsync()
    {
        Processes.Dispose();
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>A new empty folder.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(Folder, Guid.CreateVersion7().ToString("N"))).FullName;

    /// <summary>When the frames of a film's picture are shown, from its first on, in the order of the film: time and length of each, in seconds.</summary>
    public async Task<List<string>> FrameTimesAsync(string path)
    {
        var end = await Processes.RunAsync(
            new ProcessOrder(new Command(Tools.Ffprobe, ["-v", "error", "-select_streams", "v:0", "-show_entries", "packet=pts_time", "-of", "csv=p=0", path]), TimeSpan.FromMinutes(1)),
            CancellationToken.None);
        var times = end.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line.TrimEnd(','), System.Globalization.CultureInfo.InvariantCulture)).Order().ToList();
        return [.. times.Select(time => (time - times[0]).ToString("0.000", System.Globalization.CultureInfo.InvariantCulture))];
    }

    /// <summary>Makes a clip with ffmpeg outside the box; the arguments stand between the program and the output.</summary>
    public async Task<string> MakeAsync(string name, string arguments)
    {
        var path = Path.Combine(Folder, name);
        var end = await Processes.RunAsync(
            new ProcessOrder(new Command(Tools.Ffmpeg, ["-nostdin", "-v", "error", "-y", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), path]), TimeSpan.FromMinutes(2)),
            CancellationToken.None);
        Assert.True(end.Succeeded, end.Errors);
        return path;
    }
}

[CollectionDefinition(nameof(MediaRoom))]
public sealed class MediaRoomTests : ICollectionFixture<MediaRoom>;
