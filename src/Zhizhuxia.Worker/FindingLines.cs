using Zhizhuxia.Operation;

namespace Zhizhuxia.Worker;

/// <summary>How findings are told.</summary>
internal static class FindingLines
{
    /// <summary>Exit code where something is not in order.</summary>
    public const int NotInOrder = 3;

    /// <summary>0: nothing is left that needs anybody.</summary>
    public static int ExitCode(IEnumerable<Finding> findings) => findings.All(finding => finding.IsMended) ? 0 : NotInOrder;

    public static void Print(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
            Console.Out.WriteLine($"{finding.Code} {finding.What}：{finding.Words}{(finding.Done is null ? "" : $"。{finding.Done}")}");
    }

    /// <summary>All of them.</summary>
    public static async Task<List<Finding>> CollectAsync(IAsyncEnumerable<Finding> findings, CancellationToken ct)
    {
        List<Finding> all = [];
        await foreach (var finding in findings.WithCancellation(ct))
            all.Add(finding);
        return all;
    }
}
