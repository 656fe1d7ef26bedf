using System.Diagnostics;
using System.Globalization;

namespace Zhizhuxia.Benchmarks;

/// <summary>Runs commands outside the product and counts their user and system time.</summary>
internal static class BareRun
{
    /// <summary>Runs one command to its end; the shell's <c>times</c> counts all its children.</summary>
    /// <returns>CPU-seconds, and standard error without the shell's last two lines.</returns>
    /// <exception cref="InvalidOperationException">It failed; its standard error is the message.</exception>
    public static async Task<(double CpuSeconds, string Errors)> RunAsync(IReadOnlyList<string> command, CancellationToken ct)
    {
        var info = new ProcessStartInfo("/usr/bin/sh", ["-c", "\"$@\"; code=$?; times >&2; exit $code", "sh", .. command])
        {
            RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true,
        };
        using var process = Process.Start(info)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var lines = (await process.StandardError.ReadToEndAsync(ct)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await output;
        await process.WaitForExitAsync(ct);
        var errors = string.Join('\n', lines.SkipLast(2));
        return process.ExitCode == 0 ? (Seconds(lines[^1]), errors) : throw new InvalidOperationException($"{command[0]}: {errors}");
    }

    // "0m1.490000s 0m0.020000s": user, system.
    private static double Seconds(string times) => times.Split(' ').Sum(part =>
    {
        var minutes = part.Split('m');
        return double.Parse(minutes[0], CultureInfo.InvariantCulture) * 60 + double.Parse(minutes[1].TrimEnd('s'), CultureInfo.InvariantCulture);
    });
}
