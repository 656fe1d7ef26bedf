using Zhizhuxia.Alike;

namespace Zhizhuxia.UnitTests.Alike;

public sealed class PrintKeysTests
{
    private static readonly FilmPrint Film = new(new Scene(5).Film(0, 12), new Tune(11, 20).Hear(0, 12));

    [Theory]
    [InlineData(0.025, false)]
    [InlineData(0, true)]
    public void A_copy_has_more_keys_in_common_at_one_distance_than_any_other_film(double crop, bool mirrored)
    {
        var copy = Votes(Film, new(new Scene(5).Film(0, 12, crop, mirrored), []));

        Assert.All(Enumerable.Range(100, 40), seed => Assert.True(Votes(Film, new(new Scene(seed).Film(0, 12), [])) < copy));
    }

    [Fact]
    public void A_sound_cut_at_its_beginning_has_keys_in_common_with_the_whole()
    {
        var part = Votes(Film, new([], new Tune(11, 20).Hear(3.3, 8)));

        Assert.All(Enumerable.Range(100, 40), seed => Assert.True(Votes(Film, new([], new Tune(seed, 20).Hear(0, 8))) < part));
    }

    [Fact]
    public void What_stands_still_is_said_once_with_what_is_next_to_it_and_a_long_film_has_no_more_keys_than_allowed()
    {
        var still = Film.Pictures[0];

        Assert.Equal(4 * 17, PrintKeys.Of(new([.. Enumerable.Repeat(still, 400)], [])).Count);
        Assert.InRange(PrintKeys.Of(new([.. Enumerable.Repeat(Film.Pictures, 1500).SelectMany(pictures => pictures)], [])).Count, PrintKeys.Most / 2, PrintKeys.Most);
    }

    [Fact]
    public void A_print_is_kept_in_bytes_and_comes_back()
    {
        FilmPrint print = new([null, .. Film.Pictures], [.. Film.Sounds, null]);

        var back = FilmPrint.Of(print.PictureBytes(), print.SoundBytes());

        Assert.Equal(print.Pictures, back.Pictures);
        Assert.Equal(print.Sounds, back.Sounds);
    }

    private static int Votes(FilmPrint one, FilmPrint other)
    {
        var theirs = PrintKeys.Of(other).ToLookup(key => key.Key);
        return PrintKeys.Of(one).SelectMany(key => theirs[key.Key].Select(found => (found.Moment - key.Moment + 10_000) / 4)).GroupBy(shift => shift)
            .Select(group => group.Count()).DefaultIfEmpty(0).Max();
    }
}
