using System.Diagnostics;

namespace Zhizhuxia.BrowserTests;

/// <summary>A clip as a phone writes it: HEVC, held upright, so coded lying down with a rotation of 90°, with sound. Red above, blue below.</summary>
internal static class PhoneClip
{
    /// <param name="path">Ends in .mov.</param>
    /// <param name="seconds">Length.</param>
    /// <param name="megabits">Grain makes it this many megabits a second, so that it takes several pieces to upload.</param>
    public static async Task MakeAsync(string path, int seconds, int megabits, CancellationToken ct)
    {
        var lying = $"{path}.lying.mov";
        await FfmpegAsync([
            "-f", "lavfi", "-i", $"color=red:s=720x640:r=30:d={seconds}", "-f", "lavfi", "-i", $"color=blue:s=720x640:r=30:d={seconds}",
            "-f", "lavfi", "-i", $"sine=440:d={seconds}", "-filter_complex", "[0][1]vstack,noise=alls=60:allf=t,transpose=1,format=yuv420p[v]",
            "-map", "[v]", "-map", "2", "-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=error", "-b:v", $"{megabits}M",
            "-tag:v", "hvc1", "-c:a", "aac", lying], ct);
        await FfmpegAsync(["-i", lying, "-c", "copy", "-metadata:s:v:0", "rotate=90", path], ct);
        File.Delete(lying);
    }

    private static async Task FfmpegAsync(IReadOnlyList<string> arguments, CancellationToken ct)
    {
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-nostdin", "-y", .. arguments]))!;
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"ffmpeg ended with {process.ExitCode}");
    }
}
