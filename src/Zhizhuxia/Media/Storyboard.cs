using System.Globalization;
using System.Text;

namespace Zhizhuxia.Media;

/// <summary>A film in small pictures at even intervals, pasted up on sheets. Each picture shows the middle of its interval. Pure.</summary>
/// <param name="IntervalSeconds">Time one picture stands for.</param>
/// <param name="Pictures">All pictures, over all sheets.</param>
/// <param name="Columns">Pictures side by side on a sheet.</param>
/// <param name="Rows">Rows of a sheet; the last sheet may be black at its end.</param>
/// <param name="TileWidth">Pixels.</param>
/// <param name="TileHeight">Pixels.</param>
public sealed record Storyboard(double IntervalSeconds, int Pictures, int Columns, int Rows, int TileWidth, int TileHeight)
{
    /// <summary>Name of the list of pictures.</summary>
    public const string FileName = "storyboard.vtt";

    /// <summary>How ffmpeg names the sheets, from 1 on.</summary>
    public const string SheetPattern = "sheet-%d.jpg";

    private const int Edge = 10;
    private const int LongEdge = 160;
    private const int Fewest = 5;
    private const int Usual = 100;
    private const int Most = 300;
    private const double LongFilmInterval = 20;

    /// <summary>Number of sheets.</summary>
    public int Sheets => (Pictures + Columns * Rows - 1) / (Columns * Rows);

    /// <summary>A second apart, a hundred at most; in films of more than half an hour 20 s apart, three hundred at most; five in the shortest.</summary>
    public static Storyboard For(VideoTrack video)
    {
        var seconds = video.ShownSeconds;
        var wanted = Math.Clamp(Math.Floor(seconds), Fewest, Math.Clamp(seconds / LongFilmInterval, Usual, Most));
        var pictures = (int)Math.Min(wanted, Math.Max(1, video.Frames));
        var columns = Math.Min(Edge, pictures);
        var scale = (double)LongEdge / Math.Max(video.DisplayWidth, video.DisplayHeight);
        return new Storyboard(
            seconds / pictures, pictures, columns, Math.Min(Edge, (pictures + columns - 1) / columns), Even(video.DisplayWidth * scale), Even(video.DisplayHeight * scale));
    }

    /// <summary>Name of a sheet, counted from 1.</summary>
    public static string Sheet(int number) => string.Create(CultureInfo.InvariantCulture, $"sheet-{number}.jpg");

    /// <summary>The same without what came out short.</summary>
    /// <param name="sheets">Sheets that are there.</param>
    /// <returns>Null when there is none.</returns>
    public Storyboard? Cut(int sheets) => sheets == 0 ? null : this with { Pictures = Math.Min(Pictures, sheets * Columns * Rows) };

    /// <summary>The list of pictures as players read it: one cue a picture, pointing into a sheet beside it (W3C WebVTT, media fragments <c>#xywh</c>).</summary>
    public string ToWebVtt()
    {
        var text = new StringBuilder("WEBVTT\n");
        for (var picture = 0; picture < Pictures; picture++)
        {
            var onSheet = picture % (Columns * Rows);
            text.Append('\n').Append(Time(picture)).Append(" --> ").Append(Time(picture + 1)).Append('\n')
                .Append(Sheet(picture / (Columns * Rows) + 1))
                .Append(CultureInfo.InvariantCulture, $"#xywh={onSheet % Columns * TileWidth},{onSheet / Columns * TileHeight},{TileWidth},{TileHeight}\n");
        }
        return text.ToString();
    }

    private string Time(int picture) => TimeSpan.FromSeconds(picture * IntervalSeconds).ToString(@"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);

    private static int Even(double edge) => Math.Max(2, (int)Math.Round(edge / 2) * 2);
}
