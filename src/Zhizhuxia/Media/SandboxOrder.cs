namespace Zhizhuxia.Media;

/// <summary>One run inside the box.</summary>
/// <param name="Program">Full path of the program on this machine.</param>
/// <param name="Arguments">Its arguments; the input is <see cref="Sandbox.Input"/>, outputs lie under <see cref="Sandbox.Output"/>.</param>
/// <param name="Wall">Wall time until SIGTERM; SIGKILL follows after <see cref="Grace"/>.</param>
public sealed record SandboxOrder(string Program, IReadOnlyList<string> Arguments, TimeSpan Wall)
{
    /// <summary>File shown read-only as <see cref="Sandbox.Input"/>; null when the run has none.</summary>
    public string? InputPath { get; init; }

    /// <summary>Files of our own shown read-only below <c>/in</c>: name → path on this machine.</summary>
    public IReadOnlyDictionary<string, string> Parts { get; init; } = new Dictionary<string, string>();

    /// <summary>Folder shown writable as <see cref="Sandbox.Output"/>; null when the run writes nothing.</summary>
    public string? OutputFolder { get; init; }

    /// <summary>Address space in MiB.</summary>
    public required int MemoryMiB { get; init; }

    /// <summary>Largest file that may be written, in MiB.</summary>
    public required int FileMiB { get; init; }

    /// <summary>Threads that may be busy at once.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>Processor time after which the program is killed; null for as much as its threads can use up in the wall time.</summary>
    public TimeSpan? Processor { get; init; }

    /// <summary>
    /// A look at a file. Its limit is processor time, which is the file's own fault; the wall time is far longer, because what a busy machine
    /// does not get done is not: see <see cref="ProcessEnd.Credible"/>.
    /// </summary>
    public static SandboxOrder Look(string program, IReadOnlyList<string> arguments, MediaOptions options) =>
        new(program, arguments, options.ProbeDeadline * WallPerProcessor)
        {
            Processor = options.ProbeDeadline,
            MemoryMiB = options.MemoryMiB,
            FileMiB = 1,
            Threads = options.Threads,
        };

    /// <summary>How much longer a look may take than the processor time it may use.</summary>
    public const int WallPerProcessor = 6;

    /// <summary>Time between SIGTERM and SIGKILL: less than five seconds after its limit nothing runs any more.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(4);
}
