using System.Text.Json;

namespace Zhizhuxia.FunctionalTests.Media;

/// <summary>inspect, transcode and sandbox-test, as issue and README describe them.</summary>
[Collection(nameof(MediaRoom))]
[NoDatabase]
public sealed class OperatorCommandTests(MediaRoom media)
{
    private const string Clip = "-f lavfi -i testsrc2=s=640x480:r=25:d=3 -f lavfi -i sine=f=440:d=3 -c:v libx265 -preset ultrafast -x265-params log-level=error -c:a aac -ac 1 "
        + "-metadata location=+27.8281+113.1518/ -metadata AIGC={\"AIGC\":{\"Label\":\"1\",\"ContentProducer\":\"x\"}} -movflags use_metadata_tags";

    private static readonly string[] InspectFields =
    [
        "accepted", "code", "message", "displayWidth", "displayHeight", "rotation", "durationSeconds", "frameRate", "variableFrameRate", "hdr", "interlaced",
        "audio", "audioChannels", "videoCodec", "playableInBrowser", "location", "aiLabel", "warnings",
    ];

    [Fact]
    public async Task Inspect_says_all_about_a_film_from_wherever_the_operator_stands()
    {
        var path = await media.MakeAsync("inspected.mov", Clip);
        await Turned.ByQuarterAsync(path, TestContext.Current.CancellationToken);

        var end = await WorkerProgram.RunAsync(media.Folder, "inspect", "inspected.mov", "--json");

        Assert.Equal((0, ""), (end.ExitCode, end.Errors));
        Assert.Empty(end.LeftBehind);
        var json = end.Json;
        Assert.Equal(InspectFields, json.EnumerateObject().Select(field => field.Name));
        Assert.True(json.GetProperty("accepted").GetBoolean() && json.GetProperty("audio").GetBoolean() && json.GetProperty("location").GetBoolean());
        Assert.Equal((480, 640, 90), (json.GetProperty("displayWidth").GetInt32(), json.GetProperty("displayHeight").GetInt32(), json.GetProperty("rotation").GetInt32()));
        Assert.Equal((25.0, "none", "hevc", 1, 1), (json.GetProperty("frameRate").GetDouble(), Text(json, "hdr"), Text(json, "videoCodec"), json.GetProperty("audioChannels").GetInt32(), json.GetProperty("aiLabel").GetInt32()));
        Assert.Equal(3.0, json.GetProperty("durationSeconds").GetDouble(), 0.05);
        Assert.Contains("ai_certain", json.GetProperty("warnings").EnumerateArray().Select(code => code.GetString()));
        Assert.DoesNotContain("27.8", end.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_file_ends_with_three_and_its_code()
    {
        await File.WriteAllTextAsync(Path.Combine(media.Folder, "-note.mp4"), "plain words", TestContext.Current.CancellationToken);

        var inspected = await WorkerProgram.RunAsync(media.Folder, "inspect", "--json", "--", "-note.mp4");
        var transcoded = await WorkerProgram.RunAsync(media.Folder, "transcode", "./-note.mp4", "--out", "nothing", "--json");

        Assert.Equal((3, "not_media", false), (inspected.ExitCode, Text(inspected.Json, "code"), inspected.Json.GetProperty("accepted").GetBoolean()));
        Assert.Equal(InspectFields, inspected.Json.EnumerateObject().Select(field => field.Name));
        Assert.Equal((3, false, 0), (transcoded.ExitCode, transcoded.Json.GetProperty("verified").GetBoolean(), transcoded.Json.GetProperty("files").GetArrayLength()));
    }

    [Theory]
    [InlineData(2, "inspect", "no-such-file.mp4", "--json")]
    [InlineData(2, "inspect")]
    [InlineData(2, "inspect", "a", "b")]
    [InlineData(2, "inspect", "a", "--loud")]
    [InlineData(2, "transcode", "present.mp4", "--json")]
    [InlineData(2, "publish", "present.mp4")]
    [InlineData(1, "inspect", "present.mp4", "--json", "--Media:BwrapPath=/usr/bin/false")]
    [InlineData(1, "transcode", "present.mp4", "--out", "closed", "--json", "--Media:BwrapPath=/usr/bin/false")]
    [InlineData(1, "inspect", "present.mp4", "--Media:MemoryMiB=1")]
    public async Task Trouble_is_told_on_standard_error_alone(int exitCode, params string[] words)
    {
        await File.WriteAllTextAsync(Path.Combine(media.Folder, "present.mp4"), "plain words", TestContext.Current.CancellationToken);

        var end = await WorkerProgram.RunAsync(media.Folder, words);

        Assert.Equal((exitCode, ""), (end.ExitCode, end.Output));
        Assert.NotEmpty(end.Errors);
        Assert.DoesNotContain("   at ", end.Errors, StringComparison.Ordinal);
        Assert.Empty(end.LeftBehind);
        Assert.False(Directory.Exists(Path.Combine(media.Folder, "closed")));
    }

    [Fact]
    public async Task Transcode_makes_what_the_jobs_make_and_tells_what_it_cost()
    {
        await media.MakeAsync("transcoded.mov", Clip);

        var end = await WorkerProgram.RunAsync(media.Folder, "transcode", "transcoded.mov", "--out", "made", "--json");

        Assert.Equal(0, end.ExitCode);
        Assert.Equal(["files", "cpuSeconds", "wallSeconds", "verified", "differences"], end.Json.EnumerateObject().Select(field => field.Name));
        Assert.True(end.Json.GetProperty("verified").GetBoolean());
        Assert.Empty(end.Json.GetProperty("differences").EnumerateArray());
        Assert.True(end.Json.GetProperty("cpuSeconds").GetDouble() > 0.2 && end.Json.GetProperty("wallSeconds").GetDouble() > 0);
        var files = end.Json.GetProperty("files").EnumerateArray().ToList();
        Assert.All(files, file => Assert.True(File.Exists(Text(file, "path"))));
        Assert.Contains(files, file => (Text(file, "kind"), file.GetProperty("width").GetInt32(), file.GetProperty("height").GetInt32()) == ("proxy", 640, 480) && Lasts(file, 3));
        foreach (var (width, height) in ((int, int)[])[(640, 480), (480, 360)])
            Assert.Contains(files, file => Text(file, "kind") == "ladder" && Size(file) == (width, height) && Lasts(file, 3) && file.GetProperty("bytes").GetInt64() == new FileInfo(Text(file, "path")).Length);
        foreach (var kind in (string[])["poster", "storyboard"])
            Assert.Contains(files, file => Text(file, "kind") == kind && Pixels(file, "width") > 0);
        Assert.DoesNotContain(files, file => Text(file, "path").EndsWith(".txt", StringComparison.Ordinal));
        Assert.Contains(files, file => Text(file, "kind") == "audio" && Size(file) == (null, null) && Lasts(file, 3));
        Assert.Equal("#EXTM3U", (await File.ReadAllLinesAsync(files.Where(file => Text(file, "kind") == "master").Select(file => Text(file, "path")).Single(), TestContext.Current.CancellationToken))[0]);
    }

    [Theory]
    [InlineData("--proxy", "proxy")]
    [InlineData("--ladder", "ladder")]
    public async Task One_of_them_alone_and_again_into_the_same_folder(string option, string kind)
    {
        await media.MakeAsync("alone.mov", Clip);
        var folder = Path.Combine(media.Folder, $"alone{option}");
        foreach (var _ in (int[])[1, 2])
            Assert.Equal(0, (await WorkerProgram.RunAsync(media.Folder, "transcode", "alone.mov", "--out", folder, option, "--json")).ExitCode);

        Assert.Equal([kind], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData(15)] // SIGTERM
    [InlineData(2)] // Ctrl-C
    public async Task A_transcode_that_is_stopped_leaves_nothing_half_made(int signal)
    {
        await media.MakeAsync("stopped.mov", "-f lavfi -i testsrc2=s=1280x720:r=25:d=20 -c:v libx264 -preset ultrafast");
        var folder = Path.Combine(media.Folder, $"stopped-{signal}");

        var end = await WorkerProgram.RunAsync(
            media.Folder,
            async process =>
            {
                await Eventually.TrueAsync(() => Task.FromResult(Directory.Exists($"{folder}/ladder.part") && Directory.EnumerateFiles($"{folder}/ladder.part").Any()));
                Assert.Equal(0, PortalProcess.Signal(process, signal));
            },
            "transcode", "stopped.mov", "--out", folder, "--ladder");

        Assert.Equal(1, end.ExitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
        Assert.Empty(end.LeftBehind);
    }

    [Fact]
    public async Task Inspect_shows_what_would_be_made()
    {
        await media.MakeAsync("plan-copied.mp4", "-f lavfi -i testsrc2=s=1280x720:r=25:d=2 -f lavfi -i sine=d=2 -c:v libx264 -preset ultrafast -profile:v high -pix_fmt yuv420p -g 50 -b:v 2M -c:a aac");
        await media.MakeAsync("plan-encoded.mov", Clip);

        var copied = await WorkerProgram.RunAsync(media.Folder, "inspect", "plan-copied.mp4");
        var encoded = await WorkerProgram.RunAsync(media.Folder, "inspect", "plan-encoded.mov");

        foreach (var line in (string[])["不用等小样", "刊发：1280×720 25 帧/秒，原样复制", "刊发：854×480 25 帧/秒，编码，最高 1400 kbit/s", "声音一条"])
            Assert.Contains(line, copied.Output, StringComparison.Ordinal);
        foreach (var line in (string[])["要做小样 640×480", "刊发：640×480 25 帧/秒，编码", "不能原样复制：", "codec"])
            Assert.Contains(line, encoded.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sandbox_test_says_whether_the_box_is_tight()
    {
        var proven = await WorkerProgram.RunAsync(media.Folder, "sandbox-test");
        var closed = await WorkerProgram.RunAsync(media.Folder, "sandbox-test", "--Media:BwrapPath=/usr/bin/false");

        Assert.Equal((0, 1), (proven.ExitCode, closed.ExitCode));
        Assert.Contains("does not open", closed.Output, StringComparison.Ordinal);
    }

    private static string Text(JsonElement owner, string name) => owner.GetProperty(name).GetString()!;

    private static bool Lasts(JsonElement file, double seconds) => Math.Abs(file.GetProperty("durationSeconds").GetDouble() - seconds) <= (Text(file, "kind") == "audio" ? 0.1 : 0.04); // one frame

    private static (int?, int?) Size(JsonElement file) => (Pixels(file, "width"), Pixels(file, "height"));

    private static int? Pixels(JsonElement file, string name) => file.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;
}
