using Zhizhuxia.Operation;

namespace Zhizhuxia.Worker;

/// <summary><c>backup DIR</c>: the newsroom as it is now.</summary>
internal sealed class BackupCommand(Backup backup)
{
    /// <summary>Prints what was copied.</summary>
    /// <returns>0: whole; 3: all there was, but the newsroom itself lacks something.</returns>
    public async Task<int> RunAsync(CommandLine line, CancellationToken ct)
    {
        var manifest = await backup.RunAsync(line.Folder(), !line.Flags.Contains("--without-keys"), ct);
        if (line.Json)
            OperatorCommand.Print(manifest);
        else
            Print(manifest, line.Folder());
        return FindingLines.ExitCode(manifest.Findings);
    }

    private static void Print(BackupManifest manifest, string folder)
    {
        FindingLines.Print(manifest.Findings);
        Console.Out.WriteLine(FormattableString.Invariant(
            $"备份在 {folder}：{manifest.Counts["submissions"]} 篇、{manifest.Files} 个文件、{manifest.Bytes} 字节，截至 {manifest.TakenAt:yyyy-MM-dd HH:mm:ss zzz}，{(manifest.HasKeys ? "含密钥，请妥善保管" : "不含密钥，请另行保管 keys 文件夹")}。"));
    }
}
