using Zhizhuxia.Alike;

namespace Zhizhuxia.UnitTests.Alike;

public sealed class PictureMatchTests
{
    private static readonly IReadOnlyList<PictureHash?> Film = new Scene(5).Film(0, 12);

    [Theory]
    [InlineData(0.025, false)]
    [InlineData(0, true)]
    public void A_copy_is_found_whole_and_in_its_place(double crop, bool mirrored)
    {
        var found = PictureMatch.Find(Film, new Scene(5).Film(0, 12, crop, mirrored));

        Assert.Equal((mirrored, true), (found!.IsMirrored, found.IsStrong));
        Assert.Equal(0, found.OffsetSeconds, 0.13);
        Assert.InRange(found.Share, 0.9, 1);
    }

    [Fact]
    public void A_part_is_found_where_it_was_cut_from_also_between_two_samples()
    {
        var found = PictureMatch.Find(Film, new Scene(5).Film(4.1, 6));

        Assert.Equal(-4.1, found!.OffsetSeconds, 0.13);
        Assert.True(found.IsStrong);
        Assert.Equal(4, PictureMatch.Find(new Scene(5).Film(4, 6), Film)!.OffsetSeconds);
    }

    [Fact]
    public void Another_film_is_not_found()
    {
        Assert.All(Enumerable.Range(100, 40), seed => Assert.Null(PictureMatch.Find(Film, new Scene(seed).Film(0, 12))));
    }

    [Fact]
    public void A_piece_of_it_within_a_film_of_much_else_is_found_but_need_not_be_decided()
    {
        IReadOnlyList<PictureHash?> mixed = [.. new Scene(6).Film(0, 3), .. new Scene(5).Film(0, 6), .. new Scene(7).Film(0, 9)];

        var found = PictureMatch.Find(Film, mixed);

        Assert.Equal((3.0, false), (found!.OffsetSeconds, found.IsStrong));
    }

    [Fact]
    public void Black_moments_neither_speak_for_nor_against() =>
        Assert.Equal(1, PictureMatch.Find([null, null, null, null, .. Film], [null, null, null, null, .. Film])!.Share);

    [Fact]
    public void Nothing_is_like_nothing()
    {
        Assert.Null(PictureMatch.Find([], Film));
        Assert.Null(PictureMatch.Find([null, null], [null, null]));
    }
}
