using System.Text;
using Zhizhuxia.Assets;

namespace Zhizhuxia.Media;

/// <summary>
/// The film as one MP4 that begins to play before it has arrived: the ladder's top and sound, copied. It carries the metadata key
/// <c>AIGC</c> where a label is due, and no other tag. Pure.
/// </summary>
public static class DownloadPlan
{
    /// <summary>Name of the file.</summary>
    public const string FileName = Rendition.Download;

    private const string Name = "film";
    private const string TagsFile = "tags.txt";

    /// <summary>The plan; its inputs lie in the box's output folder.</summary>
    /// <param name="ladder">The ladder that is finished there.</param>
    /// <param name="marked">A file of tags, written by <see cref="WriteTagsAsync"/>, lies there too.</param>
    /// <param name="options">Limits.</param>
    public static TranscodePlan For(TranscodePlan ladder, bool marked, MediaOptions options)
    {
        var top = ladder.Outputs[0];
        var sound = ladder.Outputs.FirstOrDefault(output => !output.HasPicture);
        return new TranscodePlan
        {
            Arguments =
            [
                .. PlanArguments.Quiet, "-copyts", .. Input("mov", $"{top.Name}.mp4"), .. sound is null ? (string[])[] : Input("mov", $"{sound.Name}.mp4"),
                .. marked ? Input("ffmetadata", TagsFile) : [],
                "-map", "0:v:0", .. sound is null ? (string[])[] : ["-map", "1:a:0"], "-c", "copy",
                "-avoid_negative_ts", "make_zero", "-map_metadata", marked ? (sound is null ? "1" : "2") : "-1", "-map_chapters", "-1", "-fflags", "+bitexact",
                "-movflags", marked ? "+faststart+use_metadata_tags" : "+faststart",
                "-fs", InputArguments.Number((double)options.MaxOutputMiB * 1024 * 1024), "-f", "mp4", $"{Sandbox.Output}/{FileName}",
            ],
            Outputs = [top with { Name = Name, File = FileName, HasSound = sound is not null, SoundSeconds = sound?.SoundSeconds }],
            DurationSeconds = ladder.DurationSeconds,
            Wall = ladder.Wall,
        };
    }

    /// <summary>Writes the mark where ffmpeg reads tags: in a file, because words of a reader's film never reach an argument.</summary>
    public static Task WriteTagsAsync(AigcMark mark, string folder, CancellationToken ct) =>
        File.WriteAllTextAsync(Path.Combine(folder, TagsFile), $";FFMETADATA1\n{AigcMark.Key}={Escaped(mark.ToJson())}\n", ct);

    // ffmpeg-formats(1), "Metadata": these five are escaped with a backslash.
    private static string Escaped(string value)
    {
        var text = new StringBuilder(value.Length + 16);
        foreach (var character in value)
            text.Append(character is '=' or ';' or '#' or '\\' or '\n' ? "\\" : "").Append(character);
        return text.ToString();
    }

    private static string[] Input(string format, string file) =>
        ["-protocol_whitelist", "file", "-format_whitelist", format == "mov" ? "mov,mp4" : format, "-f", format, "-i", $"{Sandbox.Output}/{file}"];
}
