namespace Zhizhuxia.Media;

/// <summary>Why a reader's file cannot be used. The Chinese sentences stand in RefusalTexts.</summary>
public static class MediaRefusals
{
    /// <summary>Zero bytes.</summary>
    public const string Empty = "empty";

    /// <summary>Not a container of moving pictures: text, archive, web page, program.</summary>
    public const string NotMedia = "not_media";

    /// <summary>A list that points at other files.</summary>
    public const string Playlist = "playlist";

    /// <summary>A photo, or a film of one picture.</summary>
    public const string StillImage = "still_image";

    /// <summary>Sound without a picture.</summary>
    public const string NoVideo = "no_video";

    /// <summary>Broken so that not one picture can be read.</summary>
    public const string Corrupt = "corrupt";

    /// <summary>Copy protected.</summary>
    public const string Encrypted = "encrypted";

    /// <summary>A coding this portal cannot read.</summary>
    public const string UnsupportedCodec = "unsupported_codec";

    /// <summary>A container this portal does not take (old formats switched off).</summary>
    public const string UnsupportedContainer = "unsupported_container";

    /// <summary>Dolby Vision profile 5: the colours need a person.</summary>
    public const string DolbyVisionFive = "dolby_vision_5";

    /// <summary>Longer than <see cref="MediaOptions.MaxDuration"/>, or so by its time stamps.</summary>
    public const string TooLong = "too_long";

    /// <summary>More pixels than <see cref="MediaOptions.MaxPixels"/>.</summary>
    public const string TooLarge = "picture_too_large";

    /// <summary>More streams than <see cref="MediaOptions.MaxStreams"/>, or an unreasonable number of packets or tags.</summary>
    public const string TooComplex = "too_complex";

    /// <summary>Looking at it took more processor time than <see cref="MediaOptions.ProbeDeadline"/>.</summary>
    public const string TooSlow = "too_slow";

    /// <summary>Transcoding failed twice; a person has to look.</summary>
    public const string NeedsPerson = "needs_person";

    /// <summary>All codes.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Empty, NotMedia, Playlist, StillImage, NoVideo, Corrupt, Encrypted, UnsupportedCodec, UnsupportedContainer,
        DolbyVisionFive, TooLong, TooLarge, TooComplex, TooSlow, NeedsPerson,
    ];
}
