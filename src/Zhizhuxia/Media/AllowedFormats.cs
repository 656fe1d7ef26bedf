namespace Zhizhuxia.Media;

/// <summary>
/// The demuxers and decoders a reader's file may reach. Everything else in ffmpeg stays shut: no playlists (hls, dash,
/// concat), no text or picture readers (tty, image2), no MagicYUV, whose decoder in ffmpeg 5.1 corrupts memory.
/// </summary>
public static class AllowedFormats
{
    private static readonly string[] ModernContainers = ["mov", "mp4", "m4a", "3gp", "3g2", "mj2", "matroska", "webm"];
    private static readonly string[] OldContainers = ["avi", "mpegts", "mpeg", "flv", "asf", "ogg"];

    // Codec name as ffprobe prints it → the decoders behind it.
    private static readonly (string Codec, string[] Decoders)[] ModernVideo =
    [
        ("h264", ["h264"]), ("hevc", ["hevc"]), ("vp8", ["vp8", "libvpx"]), ("vp9", ["vp9", "libvpx-vp9"]),
        ("av1", ["libdav1d", "av1"]), ("mpeg4", ["mpeg4"]), ("mjpeg", ["mjpeg"]), ("prores", ["prores"]), ("h263", ["h263"]),
    ];

    private static readonly (string Codec, string[] Decoders)[] OldVideo =
    [
        ("mpeg1video", ["mpeg1video"]), ("mpeg2video", ["mpeg2video"]), ("wmv1", ["wmv1"]), ("wmv2", ["wmv2"]),
        ("wmv3", ["wmv3"]), ("vc1", ["vc1"]), ("msmpeg4v2", ["msmpeg4v2"]), ("msmpeg4v3", ["msmpeg4"]),
        ("flv1", ["flv"]), ("theora", ["theora"]),
    ];

    private static readonly (string Codec, string[] Decoders)[] ModernAudio =
    [
        ("aac", ["aac"]), ("mp3", ["mp3float", "mp3"]), ("opus", ["opus", "libopus"]), ("vorbis", ["vorbis", "libvorbis"]),
        ("ac3", ["ac3"]), ("eac3", ["eac3"]), ("flac", ["flac"]), ("alac", ["alac"]), ("amr_nb", ["amrnb"]), ("amr_wb", ["amrwb"]),
        .. Plain("pcm_s16le", "pcm_s16be", "pcm_s24le", "pcm_s24be", "pcm_s32le", "pcm_s32be", "pcm_f32le", "pcm_f32be",
            "pcm_s8", "pcm_u8", "pcm_alaw", "pcm_mulaw"),
    ];

    private static readonly (string Codec, string[] Decoders)[] OldAudio =
    [
        ("mp1", ["mp1float", "mp1"]), ("mp2", ["mp2float", "mp2"]), ("wmavoice", ["wmavoice"]), ("speex", ["speex", "libspeex"]),
        .. Plain("wmav1", "wmav2", "wmapro", "adpcm_ima_wav", "adpcm_ms", "adpcm_ima_qt", "adpcm_swf", "nellymoser"),
    ];

    // Covers, subtitles and sound that ffprobe opens while it lists the streams (it gives up at one it may not open), never decoded for a film.
    private static readonly string[] Companions =
        ["png", "bmp", "gif", "mov_text", "pgssub", "subrip", "srt", "ass", "ssa", "webvtt", "text", "dvbsub", "dvdsub", "cc_dec", "dca", "truehd", "mlp"];

    /// <summary>The value of <c>-format_whitelist</c>.</summary>
    public static string Containers(bool oldFormats) =>
        string.Join(',', oldFormats ? [.. ModernContainers, .. OldContainers] : ModernContainers);

    /// <summary>The value of <c>-codec_whitelist</c>: names of decoders, which are not always those of codecs.</summary>
    public static string Decoders(bool oldFormats) =>
        string.Join(',', Video(oldFormats).Concat(Audio(oldFormats)).SelectMany(codec => codec.Decoders));

    /// <summary>The value of <c>-codec_whitelist</c> while streams are only listed: besides <see cref="Decoders"/> the companions of a film.</summary>
    public static string ListedDecoders(bool oldFormats) => $"{Decoders(oldFormats)},{string.Join(',', Companions)}";

    /// <summary>Whether pictures in this codec (ffprobe's name) may be decoded.</summary>
    public static bool IsVideoCodec(string codec, bool oldFormats) => Video(oldFormats).Any(known => known.Codec == codec);

    /// <summary>Whether sound in this codec (ffprobe's name) may be decoded.</summary>
    public static bool IsAudioCodec(string codec, bool oldFormats) => Audio(oldFormats).Any(known => known.Codec == codec);

    private static IEnumerable<(string Codec, string[] Decoders)> Video(bool oldFormats) =>
        oldFormats ? ModernVideo.Concat(OldVideo) : ModernVideo;

    private static IEnumerable<(string Codec, string[] Decoders)> Audio(bool oldFormats) =>
        oldFormats ? ModernAudio.Concat(OldAudio) : ModernAudio;

    private static IEnumerable<(string Codec, string[] Decoders)> Plain(params string[] codecs) =>
        codecs.Select(codec => (codec, new[] { codec }));
}
