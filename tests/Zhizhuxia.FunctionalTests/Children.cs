using System.Diagnostics;

namespace Zhizhuxia.FunctionalTests;

/// <summary>ffmpeg processes on this machine.</summary>
public static class Children
{
    /// <returns>Command lines of those that name this folder.</returns>
    public static IReadOnlyList<string> Of(string folder) =>
        [.. Process.GetProcesses().Select(CommandLine).Where(line => line.Contains(folder, StringComparison.Ordinal) && line.Contains("ffmpeg", StringComparison.Ordinal))];

    private static string CommandLine(Process process)
    {
        using (process)
        {
            try
            {
                return File.ReadAllText($"/proc/{process.Id}/cmdline").Replace('\0', ' ');
            }
            catch (IOException)
            {
                return "";
            }
        }
    }
}
