using Zhizhuxia.Alike;

namespace Zhizhuxia.UnitTests.Alike;

public sealed class PictureHashTests
{
    private static readonly PictureHash Plain = Hash(new Scene(1).Picture(0));

    [Fact]
    public void Light_grain_and_a_small_crop_leave_most_bits()
    {
        var scene = new Scene(1);

        Assert.InRange(Plain.Distance(Hash(scene.Picture(0, light: 10))), 0, 24);
        Assert.InRange(Plain.Distance(Hash(scene.Picture(0, noise: 6))), 0, PictureMatch.MostBitsOfFew);
        Assert.InRange(Plain.Distance(Hash(scene.Picture(0, crop: 0.025))), 0, PictureMatch.MostBits);
    }

    [Fact]
    public void Of_unrelated_pictures_about_half_the_bits_differ()
    {
        var distances = Enumerable.Range(2, 100).Select(seed => Plain.Distance(Hash(new Scene(seed).Picture(0)))).ToList();

        Assert.InRange(distances.Average(), 115, 141);
        Assert.DoesNotContain(distances, distance => distance <= PictureMatch.MostBits);
    }

    [Fact]
    public void In_the_mirror_the_hash_is_that_of_the_mirrored_picture_and_the_key_is_the_same()
    {
        var turned = Hash(new Scene(1).Picture(0, mirrored: true));

        Assert.Equal(0, Plain.Mirrored.Distance(turned));
        Assert.Equal(Plain.Unmirrored, turned.Unmirrored);
        Assert.Equal(Plain, Plain.Mirrored.Mirrored);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(16, 2)]
    [InlineData(235, 3)]
    public void A_picture_that_shows_nothing_has_no_hash(byte grey, int noise)
    {
        var dice = new Random(3);

        Assert.Null(PictureHasher.Of([.. Enumerable.Range(0, PictureHasher.Bytes).Select(_ => (byte)(grey + dice.Next(0, noise + 1)))]));
    }

    private static PictureHash Hash(byte[] picture) => PictureHasher.Of(picture)!.Value;
}
