using System.Globalization;

namespace Zhizhuxia.Media;

/// <summary>
/// Puts a command into the box: limits first (prlimit), then no network, no files and no other processes (bubblewrap),
/// then a deadline (timeout) and low priority (nice). Each step replaces itself by the next, so that one process tree
/// is left. Pure: builds the command, starts nothing.
/// </summary>
public sealed class Sandbox(MediaTools tools)
{
    /// <summary>Where the box shows the reader's file: a name without an extension, read-only.</summary>
    public const string Input = "/in/src";

    /// <summary>Where the box lets a run write.</summary>
    public const string Output = "/out";

    /// <summary>Every run tells what it cost, for commands that measure; a shell more in each box.</summary>
    public bool CountsProcessorTime { get; init; }

    /// <summary>Where the box shows a file of <see cref="SandboxOrder.Parts"/>.</summary>
    public static string PartPath(string name) => $"/in/{name}";

    private const string ForeignTools = "/run/tool";

    /// <summary>The whole command and the deadline of our own, which lies a little behind the one inside.</summary>
    public ProcessOrder Wrap(SandboxOrder order)
    {
        var inside = Inside(order.Program);
        string[] arguments =
        [
            .. Limits(order),
            tools.Bwrap, .. Walls, .. Files(order, inside),
            .. Lifeline,
            .. CountsProcessorTime ? ProcessorMeter.Shell : [],
            "/usr/bin/timeout", "-k", Seconds(order.Grace), Seconds(order.Wall),
            "/usr/bin/nice", "-n", "10",
            inside, .. order.Arguments,
        ];
        return new ProcessOrder(new Command(tools.Prlimit, arguments), order.Wall + order.Grace + TimeSpan.FromSeconds(2))
        {
            CountsProcessorTime = CountsProcessorTime,
            LivesByStandardInput = true,
        };
    }

    /// <summary>
    /// Whoever started the box holds the other end of its standard input; when that closes, everything in the box is killed. bubblewrap's
    /// --die-with-parent asks for its signal only when the box stands: a portal that was killed before left an ffmpeg at work.
    /// </summary>
    private static string[] Lifeline => ["/usr/bin/sh", "-c", "exec 3<&0; (cat <&3; kill -9 -1) >/dev/null 2>&1 & exec \"$@\" 3<&- </dev/null", "sh"];

    private static string[] Walls =>
    [
        "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv",
        "--setenv", "PATH", "/usr/bin:/bin", "--setenv", "LANG", "C.UTF-8",
        "--ro-bind", "/usr", "/usr",
        "--ro-bind-try", "/lib", "/lib", "--ro-bind-try", "/lib64", "/lib64", "--ro-bind-try", "/bin", "/bin",
        "--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache", "--ro-bind-try", "/etc/alternatives", "/etc/alternatives",
        "--dev", "/dev", "--tmpfs", "/tmp", "--chdir", "/tmp",
    ];

    private static IEnumerable<string> Limits(SandboxOrder order)
    {
        var processor = order.Processor ?? order.Wall * (order.Threads + 1);
        yield return $"--as={(long)order.MemoryMiB * 1024 * 1024}";
        yield return $"--cpu={Math.Ceiling(processor.TotalSeconds).ToString(CultureInfo.InvariantCulture)}";
        yield return $"--fsize={(long)order.FileMiB * 1024 * 1024}";
        yield return "--nofile=64";
        yield return "--core=0";
    }

    private static IEnumerable<string> Files(SandboxOrder order, string inside)
    {
        if (inside != order.Program)
            foreach (var argument in (string[])["--ro-bind", order.Program, inside])
                yield return argument;
        if (order.InputPath is not null)
            foreach (var argument in (string[])["--ro-bind", order.InputPath, Input])
                yield return argument;
        foreach (var (name, path) in order.Parts)
        {
            yield return "--ro-bind";
            yield return path;
            yield return PartPath(name);
        }
        if (order.OutputFolder is not null)
            foreach (var argument in (string[])["--bind", order.OutputFolder, Output])
                yield return argument;
    }

    private static string Inside(string program) =>
        program.StartsWith("/usr/", StringComparison.Ordinal) ? program : $"{ForeignTools}/{Path.GetFileName(program)}";

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
