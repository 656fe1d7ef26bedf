namespace Zhizhuxia.Worker;

/// <summary>A command cannot be carried out.</summary>
/// <param name="exitCode">1: trouble of ours; 2: a wrong call.</param>
/// <param name="message">One plain sentence for standard error.</param>
internal sealed class CommandException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
