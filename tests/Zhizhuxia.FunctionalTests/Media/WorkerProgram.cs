using System.Diagnostics;
using System.Text.Json;

namespace Zhizhuxia.FunctionalTests.Media;

/// <summary>One call of the worker's program with a command, as an operator types it.</summary>
public static class WorkerProgram
{
    /// <param name="folder">Where the operator stands.</param>
    /// <param name="words">Command and options.</param>
    public static Task<CommandEnd> RunAsync(string folder, params string[] words) => RunAsync(folder, _ => Task.CompletedTask, words);

    /// <param name="folder">Where the operator stands.</param>
    /// <param name="meanwhile">What happens to the process while it runs.</param>
    /// <param name="words">Command and options.</param>
    public static async Task<CommandEnd> RunAsync(string folder, Func<int, Task> meanwhile, params string[] words)
    {
        var scratch = Directory.CreateTempSubdirectory("zzx-tmp-");
        try
        {
            var start = new ProcessStartInfo("dotnet", [WorkerProcess.Assembly, .. words]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["TMPDIR"] = scratch.FullName;
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await meanwhile(process.Id);
            await process.WaitForExitAsync();
            var left = scratch.EnumerateFileSystemInfos("zhizhuxia-*").Select(entry => entry.Name).ToList();
            return new(process.ExitCode, await output, await errors, left);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }
}

/// <param name="LeftBehind">What lay in the folder of temporary files afterwards.</param>
public sealed record CommandEnd(int ExitCode, string Output, string Errors, IReadOnlyList<string> LeftBehind)
{
    /// <summary>Standard output as the one object it must be.</summary>
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Output);
}
