using System.Globalization;
using Zhizhuxia.Review;

namespace Zhizhuxia.Web.Shared;

/// <summary>Figures as people read them.</summary>
public static class Words
{
    /// <summary>Seconds as "0:07", "12:30" or "1:02:07"; a film of less than one has no "0:00".</summary>
    public static string Length(double seconds) => seconds is > 0 and < 1 ? "不到 1 秒" : Time(seconds);

    /// <summary>A moment of a film, as "0:00", "12:30" or "1:02:07".</summary>
    public static string Time(double seconds)
    {
        var time = TimeSpan.FromSeconds(Math.Round(seconds));
        return time.ToString(time.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>A number that is not counted beyond <see cref="ReviewQueue.MostCounted"/>.</summary>
    public static string Count(int count) => count < ReviewQueue.MostCounted ? count.ToString(CultureInfo.InvariantCulture) : $"{ReviewQueue.MostCounted - 1}+";

    /// <summary>Bytes as "560 KB", "34 MB" or "1.2 GB", with 1024 to the step as phones show them.</summary>
    public static string Bytes(long count) => count switch
    {
        >= 1L << 30 => string.Create(CultureInfo.InvariantCulture, $"{count / (double)(1L << 30):0.#} GB"),
        >= 10L << 20 => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(count / (double)(1L << 20))} MB"),
        >= 1L << 20 => string.Create(CultureInfo.InvariantCulture, $"{count / (double)(1L << 20):0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, Math.Round(count / 1024d))} KB"),
    };

    /// <summary>Paragraphs of a reader's text, empty lines dropped.</summary>
    public static IReadOnlyList<string> Paragraphs(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
