using System.Diagnostics;

namespace Zhizhuxia.Drills;

/// <summary>A film that ffmpeg draws.</summary>
internal static class MadeFilm
{
    /// <summary>A second, small.</summary>
    public const string Small = "-f lavfi -i testsrc=s=160x90:r=8:d=1 -c:v mpeg4 -q:v 5";

    /// <param name="arguments">Between the program and the output.</param>
    public static async Task<byte[]> MakeAsync(string path, string arguments, CancellationToken ct)
    {
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-nostdin", "-v", "error", "-y", .. arguments.Split(' '), path]) { RedirectStandardError = true })!;
        var errors = await process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0 ? await File.ReadAllBytesAsync(path, ct) : throw new InvalidOperationException(errors);
    }
}
