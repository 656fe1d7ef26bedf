using Microsoft.Extensions.Options;
using Zhizhuxia.Media;

namespace Zhizhuxia.FunctionalTests.Media;

/// <summary>A look at a file that does not end: the file is refused for what it costs, never for what the machine has else to do.</summary>
[Collection(nameof(MediaRoom))]
[NoDatabase]
public sealed class SlowFileTests(MediaRoom room)
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_that_uses_up_its_processor_time_is_refused() =>
        Assert.Equal(MediaRefusals.TooSlow, (await InspectAsync("while :; do :; done")).RefusalCode);

    [Fact]
    public async Task A_machine_that_gives_no_processor_time_is_to_blame_itself() =>
        await Assert.ThrowsAsync<MachineAtFaultException>(() => InspectAsync("sleep 100"));

    [Fact]
    public async Task A_box_that_cannot_be_built_is_not_the_files_fault()
    {
        var options = Options.Create(new MediaOptions { FfprobePath = "/usr/bin/ffprobe-that-is-not-there" });
        var tools = new MediaTools(options);
        var sandbox = new Sandbox(tools);
        var order = SandboxOrder.Look(tools.Ffprobe, [], options.Value) with { InputPath = Path.Combine(room.Folder, "gone.mov") };

        var end = await room.Processes.RunAsync(sandbox.Wrap(order), Ct);

        Assert.Throws<MachineAtFaultException>(end.Credible);
    }

    private async Task<Judgement> InspectAsync(string probing)
    {
        var clip = await room.MakeAsync("slow.mp4", "-f lavfi -i testsrc2=s=160x120:r=25:d=1 -c:v libx264 -preset ultrafast -pix_fmt yuv420p");
        var options = Options.Create(new MediaOptions { FfprobePath = await ScriptAsync(probing), ProbeDeadline = TimeSpan.FromSeconds(1) });
        var tools = new MediaTools(options);
        return await new Probe(room.Processes, new Sandbox(tools), room.State, tools, options).InspectAsync(clip, Ct);
    }

    private async Task<string> ScriptAsync(string body)
    {
        var path = Path.Combine(room.NewFolder(), "ffprobe");
        await File.WriteAllTextAsync(path, $"#!/usr/bin/bash\n{body}\n", Ct);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }
}
