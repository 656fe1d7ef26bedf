using System.Globalization;
using System.Text.RegularExpressions;
using Zhizhuxia.Media;

namespace Zhizhuxia.FunctionalTests.Media;

[Collection(nameof(MediaRoom))]
[NoDatabase]
public sealed partial class ProcessorTimeTests(MediaRoom media)
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_child_in_the_box_cost_is_what_ffmpeg_itself_says()
    {
        using var processes = new FfmpegProcess();
        string[] arguments =
            ["-nostdin", "-hide_banner", "-benchmark", "-nostats", "-f", "lavfi", "-i", "testsrc2=s=640x480:r=30:d=15", "-c:v", "libx264", "-preset", "veryfast", "-f", "null", "-"];

        var end = await processes.RunAsync(Counting.Wrap(new SandboxOrder(media.Tools.Ffmpeg, arguments, TimeSpan.FromMinutes(1)) { MemoryMiB = 2048, FileMiB = 1 }), Ct);

        Assert.True(end.Succeeded, end.Errors);
        var bench = Bench().Match(end.Errors);
        var own = Number(bench.Groups[1].Value) + Number(bench.Groups[2].Value);
        Assert.InRange(processes.ProcessorTime.TotalSeconds, 0.95 * own, 1.05 * own + 0.05); // starting costs some hundredths
    }

    [Fact]
    public async Task Counting_changes_neither_the_exit_code_nor_what_is_said_nor_the_deadline()
    {
        using var processes = new FfmpegProcess();
        var lines = new List<string>();
        var failed = await processes.RunAsync(Counting.Wrap(Shell("echo trouble >&2; exit 7", 10)) with { OnErrorLine = line => lines.Add(line.ToString()) }, Ct);
        var deaf = await processes.RunAsync(Counting.Wrap(Shell("trap '' TERM; while :; do sleep 0.1; done", 0.5)), Ct);

        Assert.Equal((7, "trouble\n"), (failed.ExitCode, failed.Errors));
        Assert.Equal(["trouble"], lines);
        Assert.Equal((true, false), (deaf.LimitHit, deaf.DeadlineHit));
    }

    private Sandbox Counting => new(media.Tools) { CountsProcessorTime = true };

    private static SandboxOrder Shell(string script, double wall) =>
        new("/usr/bin/sh", ["-c", script], TimeSpan.FromSeconds(wall)) { MemoryMiB = 256, FileMiB = 1, Grace = TimeSpan.FromSeconds(0.5) };

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"bench: utime=([\d.]+)s stime=([\d.]+)s")]
    private static partial Regex Bench();
}
