using System.Text.Json;
using Zhizhuxia.Media;

namespace Zhizhuxia.FunctionalTests.Media;

/// <summary>A film that was made, as ffprobe outside the box sees it: its header, its side data and each of its packets.</summary>
public sealed record MadeFilm(int Width, int Height, double Seconds, double Rate, bool? HasSound, string Coding, string Pixels, string Colours, string Side)
{
    private const string Entries = "stream=codec_type,codec_name,width,height,pix_fmt,sample_aspect_ratio,color_range,color_space,color_transfer,color_primaries,start_time:stream_side_data";

    /// <summary>Sound is null for a rendition of the ladder, which never carries any.</summary>
    public static async Task<MadeFilm> LookAsync(MediaRoom room, string path, CancellationToken ct)
    {
        using var listed = JsonDocument.Parse((await ProbeAsync(room, path, Entries, "json", ct)).Output);
        var streams = listed.RootElement.GetProperty("streams").EnumerateArray().ToList();
        var index = streams.FindIndex(stream => Text(stream, "codec_type") == "video");
        var picture = streams[index];
        var packets = (await ProbeAsync(room, path, "packet=stream_index,pts_time,duration_time", "csv=p=0", ct)).Output.Split('\n')
            .Select(line => line.Split(',')).Where(fields => fields.Length >= 3 && fields[0] == $"{index}")
            .Select(fields => (At: double.Parse(fields[1], System.Globalization.CultureInfo.InvariantCulture), Lasts: double.Parse(fields[2], System.Globalization.CultureInfo.InvariantCulture)))
            .OrderBy(packet => packet.At).ToList();
        var between = packets.Zip(packets.Skip(1), (one, next) => next.At - one.At).Order().ToList();
        return new(
            picture.GetProperty("width").GetInt32(), picture.GetProperty("height").GetInt32(),
            Math.Round(packets[^1].At + packets[^1].Lasts - packets[0].At, 4), between.Count == 0 ? 0 : 1 / between[between.Count / 2],
            path.EndsWith(".m3u8", StringComparison.Ordinal) ? streams.Exists(stream => Text(stream, "codec_type") == "audio") : null,
            Text(picture, "codec_name"), $"{Text(picture, "pix_fmt")} {Text(picture, "sample_aspect_ratio")}",
            $"{Text(picture, "color_range")} {Text(picture, "color_space")} {Text(picture, "color_transfer")} {Text(picture, "color_primaries")}",
            picture.TryGetProperty("side_data_list", out var side) ? side.GetRawText() : "");
    }

    /// <summary>What an ordinary browser would not show rightly: coding, pixels, colours, or side data of HDR and rotation left in it.</summary>
    public IEnumerable<string> NotForEveryBrowser()
    {
        if (Coding != "h264" || Pixels is not ("yuv420p 1:1" or "yuv420p "))
            yield return $"coded as {Coding} {Pixels}";
        if (Colours != "tv bt709 bt709 bt709")
            yield return $"coloured as {Colours}";
        if (Side.Length > 0)
            yield return $"side data {Side}";
        if (Width % 2 + Height % 2 != 0)
            yield return $"odd size {Width}x{Height}";
    }

    private static Task<ProcessEnd> ProbeAsync(MediaRoom room, string path, string entries, string format, CancellationToken ct) => room.Processes.RunAsync(
        new ProcessOrder(new Command(room.Tools.Ffprobe, ["-v", "error", .. path.EndsWith(".m3u8", StringComparison.Ordinal) ? (string[])["-allowed_extensions", "ALL"] : [], "-show_entries", entries, "-of", format, "-i", path]), TimeSpan.FromSeconds(60)), ct);

    private static string Text(JsonElement stream, string name) => stream.TryGetProperty(name, out var value) ? value.ToString() : "";
}
