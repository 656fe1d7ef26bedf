using Zhizhuxia.Operation;

namespace Zhizhuxia.Worker;

/// <summary><c>reconcile [--fix]</c>: rows against files, uploads against bytes, work against jobs.</summary>
internal sealed class ReconcileCommand(Reconcile reconcile)
{
    /// <summary>Prints a line for each finding and what was done about it, and one for all.</summary>
    /// <returns>0: nothing is left; 3: something needs a person, or <c>--fix</c>.</returns>
    public async Task<int> RunAsync(CommandLine line, CancellationToken ct)
    {
        var findings = await FindingLines.CollectAsync(reconcile.RunAsync(line.Flags.Contains("--fix"), ct), ct);
        if (line.Json)
            OperatorCommand.Print(new Reconciled(findings));
        else
            Print(findings);
        return FindingLines.ExitCode(findings);
    }

    private static void Print(List<Finding> findings)
    {
        FindingLines.Print(findings);
        Console.Out.WriteLine($"发现 {findings.Count} 处，处理了 {findings.Count(finding => finding.IsMended)} 处。");
    }
}

/// <summary>The JSON of <c>reconcile</c>.</summary>
internal sealed record Reconciled(IReadOnlyList<Finding> Findings);
