using System.Globalization;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Benchmarks;

/// <summary>
/// Makes copies of films as they come back from other people's phones, gives films and copies to the product (fingerprint by the filters of the
/// proxy's decode, search through its tables), and counts which copies lead back to their film, and which films are taken for each other although
/// they show something else (<see cref="AlikeDoubles"/>). Last line: the figures.
/// </summary>
internal static class AlikeRecall
{
    /// <summary>Shorter clips have next to nothing to recognise.</summary>
    private const double LeastSeconds = 1;

    public static async Task<int> RunAsync(BenchmarkOptions options, CancellationToken ct)
    {
        var clips = options.Text("clips", Path.Combine("..", "shared", "corpus", "video"));
        if (!Directory.Exists(clips))
        {
            Console.Error.WriteLine($"No clips in {clips}: name a folder of films with --clips.");
            return 2;
        }
        await using var bench = await MediaBench.OpenAsync(ct);
        await using var newsroom = await AlikeNewsroom.OpenAsync(ct);
        var films = new List<AlikeFilm>();
        foreach (var path in Directory.EnumerateFiles(Path.GetFullPath(clips)).Order(StringComparer.Ordinal))
            if (await bench.FactsAsync(path, ct) is { } facts && facts.DurationSeconds >= LeastSeconds && facts.DurationSeconds <= options.Number("longest", 60))
                films.Add(new(path, facts.DurationSeconds, await newsroom.AddAsync(await bench.PrintAsync(facts, path, ct), ct)));
        var wrong = await CountWrongAsync(newsroom, films, ct);
        var pairs = films.Count * (films.Count - 1) / 2;
        var tallies = AlikeCopy.All(1).Select(kind => new AlikeTally(kind.Name)).ToList();
        foreach (var film in films)
            foreach (var (kind, tally) in AlikeCopy.All(film.Seconds).Zip(tallies))
                await TryAsync(bench, newsroom, film, kind, tally, ct);
        foreach (var tally in tallies)
            Console.WriteLine(tally);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{films.Count} films; recall {string.Join(", ", tallies.Select(tally => $"{tally.Name} {tally.Recall:0.00}"))}; films taken for each other {wrong} of {pairs} pairs ({100.0 * wrong / pairs:0.00} %)"));
        return 0;
    }

    private static async Task<int> CountWrongAsync(AlikeNewsroom newsroom, List<AlikeFilm> films, CancellationToken ct)
    {
        var found = new HashSet<(Guid, Guid)>();
        foreach (var film in films)
            foreach (var other in await newsroom.SearchAsync(film.Piece, ct))
            {
                var name = films.Single(one => one.Piece == other.Other).Name;
                var pair = film.Piece.CompareTo(other.Other) < 0 ? (film.Piece, other.Other) : (other.Other, film.Piece);
                if (!AlikeDoubles.AreTheSame(film.Name, name) && found.Add(pair))
                    Console.WriteLine($"  {film.Name} is taken for {name}: {ResemblanceWords.Of(other.Evidence)}");
            }
        return found.Count;
    }

    private static async Task TryAsync(MediaBench bench, AlikeNewsroom newsroom, AlikeFilm film, AlikeCopy kind, AlikeTally tally, CancellationToken ct)
    {
        var path = Path.Combine(bench.NewFolder(), "copy.mp4");
        try
        {
            _ = await BareRun.RunAsync(["ffmpeg", "-nostdin", "-y", "-v", "error", "-i", film.Path, .. kind.Arguments, path], ct);
        }
        catch (InvalidOperationException)
        {
            return; // a damaged film, of which ffmpeg alone makes no copy
        }
        if (await bench.FactsAsync(path, ct) is not { } facts || !kind.ByPictures && facts.Audio is not { DurationSeconds: >= AlikeCopy.LeastSound })
            return;
        var copy = await newsroom.AddAsync(await bench.PrintAsync(facts, path, ct), ct);
        var found = (await newsroom.SearchAsync(copy, ct)).Where(other => other.Other == film.Piece).ToList();
        await newsroom.ForgetAsync(copy, ct);
        tally.Add(
            found.Exists(other => other.Evidence.Kind == (kind.ByPictures ? ResemblanceKind.Pictures : ResemblanceKind.Sound)),
            found.Exists(other => other.Evidence.IsStrong));
        if (found.Count == 0)
            Console.WriteLine($"  {film.Name}, {kind.Name}: not found");
    }

    private sealed record AlikeFilm(string Path, double Seconds, Guid Piece)
    {
        public string Name => System.IO.Path.GetFileName(Path);
    }
}
