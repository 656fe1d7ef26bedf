namespace Zhizhuxia.Media;

/// <summary>Gathers what a proxy's run has left in its folder besides the proxy, and turns it into findings.</summary>
/// <param name="video">The film's picture track.</param>
/// <param name="filmSeconds">Length of the film.</param>
/// <param name="folder">Where the outputs lie; only what the findings name of it is worth keeping.</param>
public sealed class FindingsReader(VideoTrack video, double filmSeconds, string folder)
{
    private const int MostBytes = 16 * 1024 * 1024;

    /// <summary>Reads everything and writes the list of the storyboard's pictures beside its sheets.</summary>
    public async Task<ReviewFindings> ReadAsync(CancellationToken ct)
    {
        var marks = await MarksAsync(ct);
        return new ReviewFindings
        {
            Marks = marks,
            Loudness = await LoudnessAsync(ct),
            Storyboard = await StoryboardAsync(ct),
            PosterCandidates = Candidates(marks),
        };
    }

    private async Task<IReadOnlyList<Mark>> MarksAsync(CancellationToken ct)
    {
        var (black, frozen, silent) = (StretchReader.Black(), StretchReader.Frozen(), StretchReader.Silent());
        await ReadAsync(ReviewBranches.PictureFile, line => { black.Read(line); frozen.Read(line); }, ct);
        await ReadAsync(ReviewBranches.SilenceFile, line => silent.Read(line), ct);
        var dark = black.Finish(Math.Min(video.ShownSeconds, filmSeconds));
        return [.. dark.Concat(Stretches.Without(frozen.Finish(Math.Min(video.ShownSeconds, filmSeconds)), dark)).Concat(silent.Finish(filmSeconds)).OrderBy(mark => mark.FromSeconds)];
    }

    private async Task<Loudness?> LoudnessAsync(CancellationToken ct)
    {
        var loudness = new LoudnessReader();
        await ReadAsync(ReviewBranches.LoudnessFile, line => loudness.Read(line), ct);
        return loudness.Finish();
    }

    private async Task<Storyboard?> StoryboardAsync(CancellationToken ct)
    {
        var planned = Storyboard.For(video);
        var board = planned.Cut(Enumerable.Range(1, planned.Sheets).TakeWhile(number => Bytes(Storyboard.Sheet(number)) > 0).Count());
        if (board is not null)
            await File.WriteAllTextAsync(Path.Combine(folder, Storyboard.FileName), board.ToWebVtt(), ct);
        return board;
    }

    private IReadOnlyList<PosterCandidate> Candidates(IReadOnlyList<Mark> marks)
    {
        var plan = StillsPlan.For(video);
        var sizes = Enumerable.Range(0, plan.Samples).Select(sample => Bytes(StillsPlan.File(sample))).TakeWhile(bytes => bytes > 0).ToList();
        return plan.Choose(sizes, marks);
    }

    private long Bytes(string name) => new FileInfo(Path.Combine(folder, name)) is { Exists: true } file ? file.Length : 0;

    // A film that flickers for hours writes long files; what comes after the limit is not looked at.
    private async Task ReadAsync(string name, Action<string> take, CancellationToken ct)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
            return;
        using var reader = new StreamReader(path);
        for (var left = MostBytes; left > 0 && await reader.ReadLineAsync(ct) is { } line; left -= line.Length + 1)
            take(line);
    }
}
