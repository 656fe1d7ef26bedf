using Microsoft.Extensions.Options;
using Zhizhuxia.Media;
using Zhizhuxia.Storage;

namespace Zhizhuxia.FunctionalTests.Media;

[Collection(nameof(MediaRoom))]
[NoDatabase]
public sealed class SandboxTests(MediaRoom room)
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private const string Without = """
        without() { kept=(); while [ $# -gt 1 ]; do if [ "$1" = "${!#}" ]; then set -- "${@:3}"; else kept+=("$1"); shift; fi; done; }
        without "$@"
        """;

    [Fact]
    public async Task All_canaries_stay_in_the_box()
    {
        var report = await room.SandboxTest.RunAsync(Ct);

        Assert.Empty(report.Findings);
        Assert.Equal(SandboxProof.Proven, report.Proof);
    }

    // A tool that passes its arguments on with one of them changed, or without an option and its value.
    [Theory]
    [InlineData("Socket canary", "bwrap", "exec /usr/bin/bwrap \"${@/--unshare-all/--unshare-pid}\"")]
    [InlineData("File canary", "bwrap", "exec /usr/bin/bwrap --ro-bind /etc /etc \"$@\"")]
    [InlineData("Memory canary", "prlimit", "exec /usr/bin/prlimit \"${@/--as=*/--core=0}\"")]
    [InlineData("Deaf canary", "bwrap", Without + " -k; exec /usr/bin/bwrap \"${kept[@]}\"")]
    [InlineData("Playlist canary", "ffmpeg", Without + " -format_whitelist; exec /usr/bin/ffmpeg \"${kept[@]}\"")]
    public async Task Each_canary_finds_its_own_hole(string finding, string tool, string script)
    {
        var report = await TestAsync(tool, script);

        Assert.Equal(SandboxProof.Closed, report.Proof);
        Assert.StartsWith(finding, Assert.Single(report.Findings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_box_that_does_not_open_is_not_taken_for_a_tight_one()
    {
        var report = await TestAsync("bwrap", "exit 1");

        Assert.Equal(SandboxProof.Closed, report.Proof);
        Assert.Contains("does not open", Assert.Single(report.Findings), StringComparison.Ordinal);
    }

    private async Task<SandboxReport> TestAsync(string tool, string script)
    {
        var path = Path.Combine(room.NewFolder(), tool);
        await File.WriteAllTextAsync(path, $"#!/usr/bin/bash\n{script}\n", Ct);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var options = Options.Create(tool switch
        {
            "bwrap" => new MediaOptions { BwrapPath = path },
            "prlimit" => new MediaOptions { PrlimitPath = path },
            _ => new MediaOptions { FfmpegPath = path },
        });
        var tools = new MediaTools(options);
        var storage = Options.Create(new StorageOptions { Root = room.Folder });
        return await new SandboxTest(room.Processes, new Sandbox(tools), tools, options, storage, TimeProvider.System).RunAsync(Ct);
    }
}
