using System.Diagnostics;
using Zhizhuxia.Media;

namespace Zhizhuxia.FunctionalTests.Media;

[Collection(nameof(MediaRoom))]
[NoDatabase]
public sealed class FfmpegProcessTests(MediaRoom media)
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_flood_on_both_pipes_is_drained_and_the_deadline_kept()
    {
        var end = await RunAsync("/usr/bin/sh", ["-c", "yes >&2 & exec yes"], TimeSpan.FromSeconds(1));

        Assert.Equal((true, true, 1024 * 1024, 64 * 1024), (end.DeadlineHit, end.OutputCut, end.Output.Length, end.Errors.Length));
        Assert.InRange(end.Wall, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task Cancelling_kills_the_whole_tree_before_it_is_told()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var seconds = $"{1000 + Environment.ProcessId}.25";
        var run = media.Processes.RunAsync(Order("/usr/bin/sh", ["-c", $"trap '' TERM; sleep {seconds} & sleep {seconds}"], Long), stop.Token);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (Count(seconds) < 3)
            await beat.WaitForNextTickAsync(Ct);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Equal(0, Count(seconds));
    }

    [Fact]
    public async Task Lines_come_as_they_are_written_and_overlong_ones_are_cut()
    {
        var lines = new List<string>();
        var order = Order("/usr/bin/sh", ["-c", "echo one; printf 'x%.0s' $(seq 5000); echo; printf three"], Long) with { OnLine = line => lines.Add(line.ToString()) };

        await media.Processes.RunAsync(order, Ct);

        Assert.Equal(["one", new string('x', 4096), "three"], lines);
    }

    [Fact]
    public async Task Standard_input_is_closed()
    {
        Assert.True((await RunAsync("/usr/bin/cat", [], Long)).Succeeded);
    }

    [Fact]
    public async Task A_missing_program_is_an_error_that_names_it()
    {
        var missing = await Assert.ThrowsAsync<FileNotFoundException>(() => RunAsync("/usr/bin/no-such-program", [], Long));

        Assert.Equal("/usr/bin/no-such-program", missing.FileName);
    }

    private Task<ProcessEnd> RunAsync(string program, string[] arguments, TimeSpan deadline) =>
        media.Processes.RunAsync(Order(program, arguments, deadline), Ct);

    private static ProcessOrder Order(string program, string[] arguments, TimeSpan deadline) => new(new Command(program, arguments), deadline);

    private static int Count(string word) => Process.GetProcesses().Count(process =>
    {
        using (process)
        {
            try
            {
                return File.ReadAllText($"/proc/{process.Id}/cmdline").Contains(word, StringComparison.Ordinal);
            }
            catch (IOException)
            {
                return false;
            }
        }
    });
}
