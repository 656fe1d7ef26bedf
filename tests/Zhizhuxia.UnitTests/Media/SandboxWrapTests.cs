using Zhizhuxia.Media;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.UnitTests.Media;

public sealed class SandboxWrapTests
{
    private static readonly Sandbox Box = new(new MediaTools(Microsoft.Extensions.Options.Options.Create(new MediaOptions
    {
        FfmpegPath = "/usr/bin/ffmpeg", FfprobePath = "/usr/bin/ffprobe", BwrapPath = "/usr/bin/bwrap", PrlimitPath = "/usr/bin/prlimit",
    })));

    [Fact]
    public void Limits_then_walls_then_deadline_then_the_program()
    {
        var order = Box.Wrap(new SandboxOrder("/usr/bin/ffmpeg", ["-i", Sandbox.Input], TimeSpan.FromSeconds(20))
        {
            InputPath = "/data/originals/0123",
            OutputFolder = "/data/jobs/7",
            MemoryMiB = 3072,
            FileMiB = 100,
        });
        var line = string.Join(' ', order.Command.Arguments);

        Assert.Equal("/usr/bin/prlimit", order.Command.Program);
        Assert.True(order.LivesByStandardInput);
        Assert.StartsWith("--as=3221225472 --cpu=60 --fsize=104857600 --nofile=64 --core=0 /usr/bin/bwrap --unshare-all --die-with-parent --new-session --cap-drop ALL --clearenv", line, StringComparison.Ordinal);
        Assert.Contains("--ro-bind /data/originals/0123 /in/src --bind /data/jobs/7 /out /usr/bin/sh -c", line, StringComparison.Ordinal);
        Assert.EndsWith(" sh /usr/bin/timeout -k 4 20 /usr/bin/nice -n 10 /usr/bin/ffmpeg -i /in/src", line, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(26), order.Deadline);
    }

    [Fact]
    public void Nothing_of_the_machine_is_shown_but_its_programs()
    {
        var order = Box.Wrap(new SandboxOrder("/usr/bin/ffprobe", [], TimeSpan.FromSeconds(1)) { MemoryMiB = 100, FileMiB = 1 });
        var binds = order.Command.Arguments.Select((argument, at) => (argument, at))
            .Where(pair => pair.argument.Contains("bind", StringComparison.Ordinal)).Select(pair => order.Command.Arguments[pair.at + 1]);

        Assert.Equal(["/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/alternatives"], binds);
    }

    [Fact]
    public void A_tool_of_elsewhere_is_shown_alone()
    {
        var order = Box.Wrap(new SandboxOrder("/opt/ffmpeg/ffmpeg", [], TimeSpan.FromSeconds(1)) { MemoryMiB = 100, FileMiB = 1 });
        var line = string.Join(' ', order.Command.Arguments);

        Assert.Contains("--ro-bind /opt/ffmpeg/ffmpeg /run/tool/ffmpeg", line, StringComparison.Ordinal);
        Assert.EndsWith("nice -n 10 /run/tool/ffmpeg", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_has_its_sentence()
    {
        string[] marks =
        [
            MediaWarnings.Damaged, MediaWarnings.Truncated, MediaWarnings.AudioUnreadable, MediaWarnings.HdrTagOnly,
            MediaWarnings.SeveralVideoTracks, MediaWarnings.VeryShort, MediaWarnings.VerySmall, MediaWarnings.AudioLengthDiffers,
            RecompressionSigns.Platform, RecompressionSigns.MessengerSize, RecompressionSigns.FewBits, AiMarks.Certain, AiMarks.Possible, AiMarks.Suspected,
        ];

        Assert.All(MediaRefusals.All.Concat(marks), code => Assert.True(RefusalTexts.All.ContainsKey(code), code));
    }
}
