using Zhizhuxia.Alike;

namespace Zhizhuxia.UnitTests.Alike;

public sealed class SoundMatchTests
{
    private static readonly Tune Song = new(11, 20);
    private static readonly IReadOnlyList<uint?> Film = Song.Hear(0, 15);

    [Fact]
    public void The_same_sound_is_found_quieter_and_with_hiss()
    {
        var found = SoundMatch.Find(Film, Song.Hear(0, 15, volume: 0.1, noise: 0.005));

        Assert.Equal(0, found!.OffsetSeconds);
        Assert.InRange(found.Share, 0.5, 1);
    }

    [Fact]
    public void A_part_is_found_where_it_was_cut_from()
    {
        var found = SoundMatch.Find(Film, Song.Hear(5.06, 8));

        Assert.Equal(-5, found!.OffsetSeconds, 0.126);
    }

    [Fact]
    public void Another_tune_is_not_found() =>
        Assert.All(Enumerable.Range(100, 30), seed => Assert.Null(SoundMatch.Find(Film, new Tune(seed, 20).Hear(0, 15))));

    [Fact]
    public void Silence_is_like_nothing()
    {
        var silence = Song.Hear(0, 8, volume: 0);

        Assert.All(silence, Assert.Null);
        Assert.Null(SoundMatch.Find(silence, silence));
    }
}
