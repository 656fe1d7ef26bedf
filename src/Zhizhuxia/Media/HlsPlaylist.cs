using System.Globalization;
using System.Text;

namespace Zhizhuxia.Media;

/// <summary>Reads the media playlists ffmpeg writes and writes the one that lists them. Pure text.</summary>
public static class HlsPlaylist
{
    /// <summary>The files a media playlist names, the initialisation first, each once.</summary>
    public static IEnumerable<string> Files(IEnumerable<string> lines) =>
        lines.Select(line => line.StartsWith("#EXT-X-MAP:", StringComparison.Ordinal) ? Attribute(line, "URI") : line)
            .Where(line => line.Length > 0 && line[0] is not '#').Distinct();

    /// <summary>Bits per second of a rendition with byte ranges: the average, and the highest of any segment.</summary>
    public static (long Average, long Peak) Bandwidth(IReadOnlyList<string> lines)
    {
        double seconds = 0, total = 0, bits = 0, peak = 0;
        foreach (var line in lines)
        {
            if (line.StartsWith("#EXTINF:", StringComparison.Ordinal))
                seconds = double.Parse(line["#EXTINF:".Length..].TrimEnd(','), CultureInfo.InvariantCulture);
            if (!line.StartsWith("#EXT-X-BYTERANGE:", StringComparison.Ordinal))
                continue;
            var size = 8.0 * long.Parse(line["#EXT-X-BYTERANGE:".Length..].Split('@')[0], CultureInfo.InvariantCulture);
            (total, bits) = (total + seconds, bits + size);
            peak = Math.Max(peak, size / Math.Max(0.5, seconds));
        }
        var average = bits / Math.Max(0.001, total);
        return ((long)average, (long)Math.Max(average, peak));
    }

    /// <summary>The <c>CODECS</c> ffmpeg's own master playlist gives each rendition, by the name of its playlist.</summary>
    public static IReadOnlyDictionary<string, string> Codecs(IReadOnlyList<string> master)
    {
        var codecs = new Dictionary<string, string>();
        for (var at = 0; at + 1 < master.Count; at++)
        {
            if (master[at].StartsWith("#EXT-X-STREAM-INF:", StringComparison.Ordinal))
                codecs[master[at + 1]] = Attribute(master[at], "CODECS");
        }
        return codecs;
    }

    /// <summary>The playlist readers open: smallest first, so that it starts at once; sound once for all.</summary>
    /// <param name="outputs">The plan's outputs.</param>
    /// <param name="playlists">The lines of each output's media playlist, by its name.</param>
    /// <param name="codecs">See <see cref="Codecs"/>.</param>
    public static string Master(
        IReadOnlyList<PlannedOutput> outputs, IReadOnlyDictionary<string, string[]> playlists, IReadOnlyDictionary<string, string> codecs)
    {
        var sound = outputs.FirstOrDefault(output => !output.HasPicture);
        var heard = sound is null ? default : Bandwidth(playlists[sound.Name]);
        var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        if (sound is not null)
            text.Append(CultureInfo.InvariantCulture, $"#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"sound\",NAME=\"原声\",DEFAULT=YES,AUTOSELECT=YES,CHANNELS=\"2\",URI=\"{TranscodePlan.Playlist(sound.Name)}\"\n");
        foreach (var output in outputs.Where(output => output.HasPicture).OrderBy(output => output.Width))
        {
            var (average, peak) = Bandwidth(playlists[output.Name]);
            var name = TranscodePlan.Playlist(output.Name);
            text.Append(CultureInfo.InvariantCulture, $"#EXT-X-STREAM-INF:BANDWIDTH={peak + heard.Peak},AVERAGE-BANDWIDTH={average + heard.Average},")
                .Append(CultureInfo.InvariantCulture, $"RESOLUTION={output.Width}x{output.Height},FRAME-RATE={output.FrameRate:0.000},")
                .Append(CultureInfo.InvariantCulture, $"CODECS=\"{codecs[name]}\"{(sound is null ? "" : ",AUDIO=\"sound\"")}\n{name}\n");
        }
        return text.ToString();
    }

    private static string Attribute(string line, string name)
    {
        var start = line.IndexOf($"{name}=\"", StringComparison.Ordinal);
        if (start < 0)
            return "";
        start += name.Length + 2;
        return line[start..line.IndexOf('"', start)];
    }
}
