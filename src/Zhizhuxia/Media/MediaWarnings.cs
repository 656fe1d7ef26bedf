namespace Zhizhuxia.Media;

/// <summary>What an editor should know about a file that was taken nevertheless.</summary>
public static class MediaWarnings
{
    /// <summary>Some pictures cannot be decoded cleanly.</summary>
    public const string Damaged = "damaged";

    /// <summary>The file ends before its header says.</summary>
    public const string Truncated = "truncated";

    /// <summary>There is a sound track, but it cannot be read; the film is silent.</summary>
    public const string AudioUnreadable = "audio_unreadable";

    /// <summary>The tag says HDR, the picture has 8 bits: shown as it is.</summary>
    public const string HdrTagOnly = "hdr_tag_only";

    /// <summary>More than one picture track; the largest was chosen.</summary>
    public const string SeveralVideoTracks = "several_video_tracks";

    /// <summary>Shorter than one second.</summary>
    public const string VeryShort = "very_short";

    /// <summary>Smaller than 240 on its short edge.</summary>
    public const string VerySmall = "very_small";

    /// <summary>Sound and picture differ in length by more than a second.</summary>
    public const string AudioLengthDiffers = "audio_length_differs";
}
