using Zhizhuxia.Operation;

namespace Zhizhuxia.Worker;

/// <summary><c>restore DIR</c>: puts a backup where nothing is, and verifies it there.</summary>
internal sealed class RestoreCommand(Restore restore, VerifyData verify)
{
    /// <summary>Prints what was put back, and what is not as it was written.</summary>
    /// <returns>0: all in order; 3: put back, but not all in order.</returns>
    public async Task<int> RunAsync(CommandLine line, CancellationToken ct)
    {
        var manifest = await restore.RunAsync(line.Folder(), ct);
        var findings = await FindingLines.CollectAsync(verify.RunAsync(ct), ct);
        if (line.Json)
            OperatorCommand.Print(new Restored(manifest.TakenAt, manifest.Files, manifest.Bytes, manifest.Counts, manifest.HasKeys, findings));
        else
            Print(manifest, findings);
        return FindingLines.ExitCode(findings);
    }

    private static void Print(BackupManifest manifest, List<Finding> findings)
    {
        FindingLines.Print(findings);
        Console.Out.WriteLine(FormattableString.Invariant(
            $"放回了 {manifest.Counts["submissions"]} 篇、{manifest.Files} 个文件，截至 {manifest.TakenAt:yyyy-MM-dd HH:mm:ss zzz}，{(findings.Count == 0 ? "全部相符" : $"{findings.Count} 处不符")}。"));
        if (!manifest.HasKeys)
            Console.Out.WriteLine("备份里没有密钥：启动程序以前，请把原来的 keys 文件夹放回去，否则回执码和确认链接都会失效。");
    }
}

/// <summary>The JSON of <c>restore</c>.</summary>
/// <param name="TakenAt">The moment that was put back.</param>
/// <param name="Findings">What is not as it was written, found afterwards.</param>
internal sealed record Restored(
    DateTimeOffset TakenAt, int Files, long Bytes, IReadOnlyDictionary<string, int> Counts, bool HasKeys, IReadOnlyList<Finding> Findings);
