using System.Diagnostics;
using System.Globalization;
using Zhizhuxia.Alike;

namespace Zhizhuxia.Benchmarks;

/// <summary>How long the search for one film of half a minute takes among few and among many others, by the product's own tables. Their keys are drawn by lot.</summary>
internal static class AlikeScale
{
    private const int Few = 1000;
    private const int Seconds = 30;
    private const int KeysPerFilm = 200;

    public static async Task<int> RunAsync(BenchmarkOptions options, CancellationToken ct)
    {
        var many = options.Number("films", 100_000);
        await using var newsroom = await AlikeNewsroom.OpenAsync(ct);
        var piece = await newsroom.AddAsync(Drawn(1), ct);
        await newsroom.AddAsync(Drawn(1), ct);
        await newsroom.FillAsync(0, Few, KeysPerFilm, ct);
        var before = await MedianAsync(newsroom, piece, ct);
        await newsroom.FillAsync(Few, many, KeysPerFilm, ct);
        var after = await MedianAsync(newsroom, piece, ct);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Few} films: {before:0} ms; {many} films, {(long)many * KeysPerFilm / 1_000_000.0:0.0} million keys: {after:0} ms, {newsroom.Mebibytes():0} MiB"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(double)many / Few:0} × the films ÷ time: {after / before:0.0} ×"));
        return 0;
    }

    private static async Task<double> MedianAsync(AlikeNewsroom newsroom, Guid piece, CancellationToken ct)
    {
        var times = new List<double>();
        for (var run = 0; run < 7; run++)
        {
            var started = Stopwatch.GetTimestamp();
            if ((await newsroom.SearchAsync(piece, ct)).Count == 0)
                throw new InvalidOperationException("The film's copy was not found");
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        return times.Order().ElementAt(times.Count / 2);
    }

    /// <summary>A film whose pictures and sound change a little from moment to moment.</summary>
    private static FilmPrint Drawn(int seed)
    {
        var dice = new Random(seed);
        var picture = new PictureHash((ulong)dice.NextInt64(), (ulong)dice.NextInt64(), (ulong)dice.NextInt64(), (ulong)dice.NextInt64());
        var sound = (uint)dice.Next();
        var pictures = new List<PictureHash?>();
        var sounds = new List<uint?>();
        for (var at = 0; at < Seconds * FilmPrint.PicturesPerSecond; at++)
        {
            pictures.Add(picture = picture with { Low = picture.Low ^ 1UL << dice.Next(64), Right = picture.Right ^ 1UL << dice.Next(64) });
            sounds.Add(sound ^= (1u << dice.Next(32)) | (1u << dice.Next(32)));
        }
        return new(pictures, sounds);
    }
}
