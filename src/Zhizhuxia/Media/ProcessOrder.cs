using System.Globalization;

namespace Zhizhuxia.Media;

/// <summary>A program and its arguments, never joined into one string.</summary>
/// <param name="Program">Full path.</param>
/// <param name="Arguments">One entry per argument.</param>
public sealed record Command(string Program, IReadOnlyList<string> Arguments);

/// <summary>What is to be run, and for how long at most.</summary>
/// <param name="Command">The whole command, wrapper included.</param>
/// <param name="Deadline">Wall time after which the whole tree is killed with SIGKILL.</param>
public sealed record ProcessOrder(Command Command, TimeSpan Deadline)
{
    /// <summary>Receives each line of standard output as it comes, without its line end, cut at 4096 characters; when null, the first MiB is kept.</summary>
    public Action<ReadOnlyMemory<char>>? OnLine { get; init; }

    /// <summary>Receives each line of standard error as it comes, besides the part that is kept.</summary>
    public Action<ReadOnlyMemory<char>>? OnErrorLine { get; init; }

    /// <summary>Standard input stays open, and empty, as long as we live: the command ends when it closes.</summary>
    public bool LivesByStandardInput { get; init; }

    /// <summary>The command ends by printing its processor time, see <see cref="Sandbox.CountsProcessorTime"/>.</summary>
    public bool CountsProcessorTime { get; init; }
}

/// <summary>How a child ended.</summary>
/// <param name="ExitCode">Exit code of the wrapper; above 128 a signal ended it.</param>
/// <param name="DeadlineHit">Our own deadline killed it.</param>
/// <param name="Output">Start of standard output, at most 1 MiB; empty when lines were handed on.</param>
/// <param name="OutputCut">Standard output was longer than what is kept.</param>
/// <param name="Errors">Start of standard error, at most 64 KiB.</param>
/// <param name="Wall">Time from start to end.</param>
public sealed record ProcessEnd(int ExitCode, bool DeadlineHit, string Output, bool OutputCut, string Errors, TimeSpan Wall)
{
    private const int TimedOut = 124;
    private const int Killed = 128 + 9;
    private const int CpuLimit = 128 + 24;
    private const int FileLimit = 128 + 25;

    /// <summary>Ended by itself and without an error.</summary>
    public bool Succeeded => ExitCode == 0 && !DeadlineHit;

    /// <summary>Its wall time was over: nobody knows how it would have ended.</summary>
    public bool RanOutOfTime => DeadlineHit || ExitCode is TimedOut;

    /// <summary>This, when it says something about the file.</summary>
    /// <exception cref="MachineAtFaultException">It ran out of time, or the box could not be built.</exception>
    public ProcessEnd Credible()
    {
        if (RanOutOfTime)
            throw new MachineAtFaultException(string.Create(CultureInfo.InvariantCulture, $"Not done after {Wall.TotalSeconds:0} s, the machine is busy."));
        return ExitCode is not 0 && Errors.StartsWith("bwrap: ", StringComparison.Ordinal) ? throw new MachineAtFaultException(Errors.Trim()) : this;
    }

    /// <summary>A limit on time, processor or file size ended it (timeout(1): 124, signals: 128 + number).</summary>
    public bool LimitHit => RanOutOfTime || ExitCode is Killed or CpuLimit or FileLimit;
}
