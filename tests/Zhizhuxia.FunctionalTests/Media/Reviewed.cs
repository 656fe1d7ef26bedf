using System.Globalization;
using Zhizhuxia.Media;

namespace Zhizhuxia.FunctionalTests.Media;

/// <summary>A clip that has gone through the proxy's plan, with what was found and the colours of its pictures.</summary>
public sealed record Reviewed(MediaRoom Media, VideoFacts Facts, string Folder, ReviewFindings Findings)
{
    public static async Task<Reviewed> MakeAsync(MediaRoom media, string clip, CancellationToken ct)
    {
        var judged = await media.Probe.InspectAsync(clip, ct);
        Assert.Null(judged.RefusalCode);
        var facts = judged.Facts!;
        var folder = media.NewFolder();
        var made = await media.Transcode.RunAsync(ProxyPlan.For(facts, media.Options.Value), clip, folder, null, ct);
        Assert.True(made.End.Succeeded, made.End.Errors);
        Assert.Empty(made.Differences);
        return new Reviewed(media, facts, folder, await new FindingsReader(facts.Video, facts.DurationSeconds, folder).ReadAsync(ct));
    }

    /// <summary>The middles of the stretches of one kind lie where they should: from and to, to a fifth of a second.</summary>
    public void AssertMarks(MarkKind kind, params (double From, double To)[] expected)
    {
        var found = Findings.Marks.Where(mark => mark.Kind == kind).ToList();
        Assert.Equal(expected.Length, found.Count);
        foreach (var (mark, (from, to)) in found.Zip(expected))
        {
            Assert.Equal(from, mark.FromSeconds, 0.2);
            Assert.Equal(to, mark.ToSeconds, 0.2);
        }
    }

    /// <summary>Mean red, green and blue of the storyboard's picture number <paramref name="picture"/>, or of a part of it in shares of its size.</summary>
    public Task<byte[]> TileAsync(int picture, (double X, double Y, double Width, double Height) part, CancellationToken ct)
    {
        var board = Findings.Storyboard!;
        var perSheet = board.Columns * board.Rows;
        var (x, y) = (picture % perSheet % board.Columns * board.TileWidth, picture % perSheet / board.Columns * board.TileHeight);
        var crop = Crop(x, y, board.TileWidth, board.TileHeight, part);
        return MeanAsync(["-i", Path.Combine(Folder, Storyboard.Sheet(picture / perSheet + 1))], crop, ct);
    }

    /// <summary>The same of a still that may become the cover.</summary>
    public Task<byte[]> StillAsync(PosterCandidate still, (double X, double Y, double Width, double Height) part, CancellationToken ct)
    {
        var plan = StillsPlan.For(Facts.Video);
        return MeanAsync(["-i", Path.Combine(Folder, still.File)], Crop(0, 0, plan.Width, plan.Height, part), ct);
    }

    /// <summary>The same of the proxy at a time.</summary>
    public Task<byte[]> ProxyAsync(double seconds, (double X, double Y, double Width, double Height) part, CancellationToken ct)
    {
        var rung = Rung.Proxy(Facts.Video);
        string[] input = ["-i", Path.Combine(Folder, "proxy.m3u8"), "-ss", seconds.ToString(CultureInfo.InvariantCulture)];
        return MeanAsync(input, Crop(0, 0, rung.Width, rung.Height, part), ct);
    }

    private static string Crop(int x, int y, int width, int height, (double X, double Y, double Width, double Height) part) => string.Create(
        CultureInfo.InvariantCulture, $"crop={(int)(part.Width * width)}:{(int)(part.Height * height)}:{x + (int)(part.X * width)}:{y + (int)(part.Y * height)}:exact=1");

    private async Task<byte[]> MeanAsync(string[] input, string crop, CancellationToken ct)
    {
        var pixel = Path.Combine(Folder, "mean.rgb");
        string[] arguments = ["-nostdin", "-v", "error", "-y", .. input, "-frames:v", "1", "-vf", $"format=rgb24,{crop},scale=1:1:flags=area", "-f", "rawvideo", pixel];
        var end = await Media.Processes.RunAsync(new ProcessOrder(new Command(Media.Tools.Ffmpeg, arguments), TimeSpan.FromSeconds(30)), ct);
        Assert.True(end.Succeeded, end.Errors);
        return await File.ReadAllBytesAsync(pixel, ct);
    }
}
