using Microsoft.Extensions.Options;

namespace Zhizhuxia.Media;

/// <summary>Where the outside programs are on this machine.</summary>
public sealed class MediaTools(IOptions<MediaOptions> options)
{
    /// <summary>Full path of ffmpeg.</summary>
    public string Ffmpeg { get; } = Find(options.Value.FfmpegPath, "ffmpeg");

    /// <summary>Full path of ffprobe.</summary>
    public string Ffprobe { get; } = Find(options.Value.FfprobePath, "ffprobe");

    /// <summary>Full path of bubblewrap.</summary>
    public string Bwrap { get; } = Find(options.Value.BwrapPath, "bwrap");

    /// <summary>Full path of prlimit (util-linux).</summary>
    public string Prlimit { get; } = Find(options.Value.PrlimitPath, "prlimit");

    // A tool that is missing keeps its usual path: starting it then says so, and the sandbox test turns red.
    private static string Find(string configured, string name)
    {
        if (configured.Length > 0)
            return Path.GetFullPath(configured);
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return folders.Append("/usr/bin").Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists) ?? $"/usr/bin/{name}";
    }
}
