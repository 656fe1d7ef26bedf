using System.Diagnostics;

namespace Zhizhuxia.Drills;

/// <summary>An operator at the worker's program, on a newsroom's own data.</summary>
/// <param name="Findings">Lines printed before the last.</param>
/// <param name="Said">The last line.</param>
internal sealed record Operator(int ExitCode, int Findings, string Said)
{
    /// <param name="folder">The storage root.</param>
    public static async Task<Operator> RunAsync(string command, string folder, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet", [WorkerProcess.Assembly, command, .. more, .. TestDatabase.ArgumentsOf(folder)])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var lines = (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await process.WaitForExitAsync();
        return new(process.ExitCode, Math.Max(0, lines.Length - 1), lines.Length > 0 ? lines[^1] : (await errors).Trim());
    }
}
