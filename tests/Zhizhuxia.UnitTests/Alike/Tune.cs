using Zhizhuxia.Alike;

namespace Zhizhuxia.UnitTests.Alike;

/// <summary>Notes of random pitch and length, each with a few overtones.</summary>
internal sealed class Tune
{
    private readonly List<(double From, double Pitch)> _notes = [];

    public Tune(int seed, double seconds)
    {
        var dice = new Random(seed);
        for (var at = 0.0; at < seconds; at += 0.1 + 0.4 * dice.NextDouble())
            _notes.Add((at, 200 * Math.Pow(2, 3 * dice.NextDouble())));
    }

    /// <summary>Hashes of a stretch of it.</summary>
    /// <param name="volume">1: as loud as it goes.</param>
    /// <param name="noise">Hiss, beside the same 1.</param>
    public IReadOnlyList<uint?> Hear(double from, double seconds, double volume = 0.3, double noise = 0)
    {
        var (dice, hasher) = (new Random(7), new SoundHasher());
        hasher.Add([.. Enumerable.Range(0, (int)(seconds * SoundHasher.Rate)).Select(at =>
            (short)(32767 * Math.Clamp(volume * At(from + (double)at / SoundHasher.Rate) + noise * (dice.NextDouble() - 0.5), -1, 1)))]);
        return hasher.Finish();
    }

    private double At(double time)
    {
        var (began, pitch) = _notes.FindLast(note => note.From <= time);
        var angle = 2 * Math.PI * pitch * (time - began);
        return Math.Exp(-2 * (time - began)) * (Math.Sin(angle) + 0.5 * Math.Sin(2 * angle) + 0.25 * Math.Sin(3 * angle)) / 1.75;
    }
}
