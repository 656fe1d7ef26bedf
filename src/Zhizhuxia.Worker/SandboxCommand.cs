using Zhizhuxia.Media;

namespace Zhizhuxia.Worker;

/// <summary><c>sandbox-test</c>: do all canaries stay in the box on this machine?</summary>
internal sealed class SandboxCommand(SandboxTest test)
{
    /// <summary>Prints one line for each finding.</summary>
    /// <returns>0: proven; 1: closed.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var report = await test.RunAsync(ct);
        foreach (var finding in report.Findings)
            Console.Out.WriteLine(finding);
        Console.Out.WriteLine(report.Proof is SandboxProof.Proven ? "The sandbox has proved itself: five canaries stayed inside." : "The sandbox is closed: nothing would be transcoded.");
        return report.Proof is SandboxProof.Proven ? 0 : 1;
    }
}
