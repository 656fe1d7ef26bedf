using Zhizhuxia.Operation;

namespace Zhizhuxia.Worker;

/// <summary><c>verify</c>: is everything there, and as it was written? Reads every original and every mail.</summary>
internal sealed class VerifyCommand(VerifyData verify)
{
    /// <summary>Prints a line for each finding, and one for all.</summary>
    /// <returns>0: all in order; 3: not so.</returns>
    public async Task<int> RunAsync(CommandLine line, CancellationToken ct)
    {
        var findings = await FindingLines.CollectAsync(verify.RunAsync(ct), ct);
        if (line.Json)
            OperatorCommand.Print(new Verified(verify.Pieces, verify.Steps, verify.Files, verify.Bytes, findings));
        else
            Print(findings);
        return FindingLines.ExitCode(findings);
    }

    private void Print(List<Finding> findings)
    {
        FindingLines.Print(findings);
        Console.Out.WriteLine($"查了 {verify.Pieces} 篇、{verify.Steps} 步、{verify.Files} 个文件，读了 {verify.Bytes} 字节，{(findings.Count == 0 ? "全部相符" : $"{findings.Count} 处不符")}。");
    }
}

/// <summary>The JSON of <c>verify</c>.</summary>
/// <param name="Pieces">Whose history was followed.</param>
/// <param name="Files">That were there.</param>
/// <param name="Bytes">That were read and hashed.</param>
internal sealed record Verified(int Pieces, int Steps, int Files, long Bytes, IReadOnlyList<Finding> Findings);
