using System.Globalization;
using System.Text.Json;

namespace Zhizhuxia.Media;

/// <summary>What ffprobe says about a file, read from its JSON; nothing in it is believed yet.</summary>
/// <param name="Container">Demuxer, for example <c>mov,mp4,m4a,3gp,3g2,mj2</c>.</param>
/// <param name="HeaderDurationSeconds">The header's claim; null when it makes none.</param>
/// <param name="StartSeconds">The header's first time stamp, which ffmpeg takes for its zero; 0 when it says nothing.</param>
/// <param name="Streams">All streams in the file's order.</param>
/// <param name="Tags">The tags of the file as a whole.</param>
public sealed record ProbeReport(
    string Container, double? HeaderDurationSeconds, double StartSeconds, IReadOnlyList<ProbeTrack> Streams, IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>The fields asked of ffprobe, of all tags only the few that are read. Chapters are never asked for: a file may hold 200 000.</summary>
    public static string Entries { get; } =
        $"format=format_name,duration,start_time:format_tags={string.Join(',', ReadTags.Names)}" +
        ":stream=index,codec_type,codec_name,codec_tag_string,profile,level,pix_fmt,width,height,sample_aspect_ratio," +
        "avg_frame_rate,field_order,color_range,color_space,color_transfer,color_primaries,nb_frames,channels,sample_rate" +
        ":stream_disposition=default,attached_pic,timed_thumbnails,still_image" +
        $":stream_tags={string.Join(',', ReadTags.Names)}:stream_side_data=side_data_type,displaymatrix,rotation,dv_profile,dv_bl_signal_compatibility_id";

    /// <summary>What the bytes at both ends of the file say besides.</summary>
    public RawTraces Raw { get; init; } = RawTraces.None;

    /// <summary>The tags of the file, then those of its streams.</summary>
    public IEnumerable<KeyValuePair<string, string>> AllTags => Tags.Concat(Streams.SelectMany(stream => stream.Tags));

    /// <summary>Reads ffprobe's <c>-of json</c>.</summary>
    /// <returns>Null when there is no JSON object, as after a file ffprobe could not open at all.</returns>
    public static ProbeReport? Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.TryGetProperty("format", out var format) ? Read(document.RootElement, format) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ProbeReport Read(JsonElement root, JsonElement format)
    {
        var streams = root.TryGetProperty("streams", out var listed) ? listed.EnumerateArray().Select(ProbeTrack.Read).ToList() : [];
        return new ProbeReport(JsonFields.Text(format, "format_name"), Seconds(format), JsonFields.Number(format, "start_time"), streams, JsonFields.Tags(format));
    }

    private static double? Seconds(JsonElement format) =>
        double.TryParse(JsonFields.Text(format, "duration"), CultureInfo.InvariantCulture, out var seconds) ? seconds : null;
}

/// <summary>One stream as ffprobe describes it; numbers it does not know are 0, words are empty.</summary>
public sealed record ProbeTrack
{
    /// <summary>Position in the file.</summary>
    public int Index { get; init; }
    /// <summary>video, audio, subtitle, data; empty for what ffprobe cannot place.</summary>
    public string Type { get; init; } = "";
    /// <summary>Codec name.</summary>
    public string Codec { get; init; } = "";
    /// <summary>Four-character code of the container.</summary>
    public string CodecTag { get; init; } = "";
    /// <summary>Profile of the codec.</summary>
    public string Profile { get; init; } = "";
    /// <summary>Level, for H.264 ten times the printed one.</summary>
    public int Level { get; init; }
    /// <summary>Pixel format.</summary>
    public string PixelFormat { get; init; } = "";
    /// <summary>Coded width in pixels.</summary>
    public int Width { get; init; }
    /// <summary>Coded height in pixels.</summary>
    public int Height { get; init; }
    /// <summary>Shape of a pixel, <c>num:den</c>.</summary>
    public string SampleAspectRatio { get; init; } = "";
    /// <summary>Average frames per second by the header; 0 when unknown.</summary>
    public double HeaderFrameRate { get; init; }
    /// <summary>progressive, tt, bb, tb, bt or empty.</summary>
    public string FieldOrder { get; init; } = "";
    /// <summary>tv, pc or empty.</summary>
    public string ColorRange { get; init; } = "";
    /// <summary>Matrix.</summary>
    public string ColorSpace { get; init; } = "";
    /// <summary>Transfer curve.</summary>
    public string ColorTransfer { get; init; } = "";
    /// <summary>Primaries.</summary>
    public string ColorPrimaries { get; init; } = "";
    /// <summary>Frames the header promises; 0 when it says nothing.</summary>
    public long HeaderFrames { get; init; }
    /// <summary>Sound channels.</summary>
    public int Channels { get; init; }
    /// <summary>Samples per second.</summary>
    public int SampleRate { get; init; }
    /// <summary>The file's own choice.</summary>
    public bool IsDefault { get; init; }
    /// <summary>A cover, a still or thumbnails, never the film.</summary>
    public bool IsStill { get; init; }
    /// <summary>The tags of this stream that are read.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
    /// <summary>ffprobe's rotation in degrees, counter-clockwise; 0 when there is none.</summary>
    public double Rotation { get; init; }
    /// <summary>ffprobe's dump of the display matrix; empty when there is none.</summary>
    public string DisplayMatrix { get; init; } = "";
    /// <summary>Dolby Vision profile; 0 when it is none.</summary>
    public int DolbyVisionProfile { get; init; }
    /// <summary>What the base layer of Dolby Vision is compatible with.</summary>
    public int DolbyVisionCompatibility { get; init; }

    internal static ProbeTrack Read(JsonElement stream)
    {
        var sides = stream.TryGetProperty("side_data_list", out var list) ? list.EnumerateArray().ToList() : [];
        var matrix = sides.FirstOrDefault(side => JsonFields.Text(side, "side_data_type") == "Display Matrix");
        var dolby = sides.FirstOrDefault(side => JsonFields.Text(side, "side_data_type") == "DOVI configuration record");
        return new ProbeTrack
        {
            Index = (int)JsonFields.Number(stream, "index"),
            Type = JsonFields.Text(stream, "codec_type"),
            Codec = JsonFields.Text(stream, "codec_name"),
            CodecTag = JsonFields.Text(stream, "codec_tag_string"),
            Profile = JsonFields.Text(stream, "profile"),
            Level = (int)JsonFields.Number(stream, "level"),
            PixelFormat = JsonFields.Text(stream, "pix_fmt"),
            Width = (int)JsonFields.Number(stream, "width"),
            Height = (int)JsonFields.Number(stream, "height"),
            SampleAspectRatio = JsonFields.Text(stream, "sample_aspect_ratio"),
            HeaderFrameRate = JsonFields.Ratio(JsonFields.Text(stream, "avg_frame_rate")),
            FieldOrder = JsonFields.Text(stream, "field_order"),
            ColorRange = JsonFields.Text(stream, "color_range"),
            ColorSpace = JsonFields.Text(stream, "color_space"),
            ColorTransfer = JsonFields.Text(stream, "color_transfer"),
            ColorPrimaries = JsonFields.Text(stream, "color_primaries"),
            HeaderFrames = (long)JsonFields.Number(stream, "nb_frames"),
            Channels = (int)JsonFields.Number(stream, "channels"),
            SampleRate = (int)JsonFields.Number(stream, "sample_rate"),
            IsDefault = JsonFields.Flag(stream, "default"),
            IsStill = JsonFields.Flag(stream, "attached_pic") || JsonFields.Flag(stream, "timed_thumbnails") || JsonFields.Flag(stream, "still_image"),
            Tags = JsonFields.Tags(stream),
            Rotation = JsonFields.Number(matrix, "rotation"),
            DisplayMatrix = JsonFields.Text(matrix, "displaymatrix"),
            DolbyVisionProfile = (int)JsonFields.Number(dolby, "dv_profile"),
            DolbyVisionCompatibility = (int)JsonFields.Number(dolby, "dv_bl_signal_compatibility_id"),
        };
    }
}
