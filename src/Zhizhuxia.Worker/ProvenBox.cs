using Zhizhuxia.Media;

namespace Zhizhuxia.Worker;

/// <summary>The sandbox's self-test, for a command instead of the watch.</summary>
internal sealed class ProvenBox(SandboxTest test, SandboxState state)
{
    /// <summary>Tests the box and opens it.</summary>
    /// <exception cref="CommandException">A canary got out; nothing may be opened.</exception>
    public async Task RequireAsync(CancellationToken ct)
    {
        var report = await test.RunAsync(ct);
        state.Set(report);
        if (report.Proof is not SandboxProof.Proven)
            throw new CommandException(1, $"The sandbox has not proved itself, no file is opened. {string.Join(' ', report.Findings)}");
    }
}
