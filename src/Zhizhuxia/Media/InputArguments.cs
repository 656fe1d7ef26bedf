using System.Globalization;

namespace Zhizhuxia.Media;

/// <summary>The input side of every ffprobe and ffmpeg call on a reader's file.</summary>
internal static class InputArguments
{
    /// <summary>Only plain files, known containers and decoders, a bounded number of streams and pixels.</summary>
    public static IReadOnlyList<string> Guarded(MediaOptions options) =>
        Guarded(options, AllowedFormats.Decoders(options.OldFormats));

    /// <summary>The same for ffprobe, which opens covers and subtitles while it lists them.</summary>
    public static IReadOnlyList<string> GuardedListing(MediaOptions options) =>
        Guarded(options, AllowedFormats.ListedDecoders(options.OldFormats));

    private static string[] Guarded(MediaOptions options, string decoders) =>
    [
        "-protocol_whitelist", "file",
        "-format_whitelist", AllowedFormats.Containers(options.OldFormats),
        "-codec_whitelist", decoders,
        "-max_streams", Number(options.MaxStreams),
        "-max_pixels", Number(options.MaxPixels),
    ];

    /// <summary>A number as ffmpeg reads it, whatever the culture.</summary>
    public static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
