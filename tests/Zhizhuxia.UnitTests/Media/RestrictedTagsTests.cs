using Zhizhuxia.Media;

namespace Zhizhuxia.UnitTests.Media;

public sealed class RestrictedTagsTests
{
    [Theory]
    [InlineData("com.apple.quicktime.location.ISO6709")]
    [InlineData("location")]
    [InlineData("LOCATION")]
    [InlineData("RECORDING_LOCATION")]
    public void A_place_is_a_place_under_any_of_its_names(string key) =>
        Assert.Equal("+27.8/", RestrictedTags.From(Of((key, "+27.8/"))).Location);

    [Theory]
    [InlineData("com.apple.quicktime.make", "com.apple.quicktime.model")]
    [InlineData("com.android.manufacturer", "com.android.model")]
    [InlineData("make", "model")]
    [InlineData("WM/Make", "WM/Model")]
    [InlineData("manufacturer", "firmware")]
    public void A_device_is_its_maker_and_model(string maker, string model) =>
        Assert.Equal("Maker X1", RestrictedTags.From(Of((maker, "Maker"), (model, "X1"))).Device);

    [Fact]
    public void What_only_a_stream_tells_is_told_and_the_files_own_word_comes_first()
    {
        var report = Of(("location", "+1/")) with
        {
            Streams = [new ProbeTrack { Tags = new Dictionary<string, string> { ["location"] = "+2/", ["model"] = "GoPro", ["com.apple.quicktime.camera.lens_model"] = "Lens" } }],
        };
        var restricted = RestrictedTags.From(report);

        Assert.Equal(("+1/", "GoPro", "Lens"), (restricted.Location, restricted.Device, restricted.Others["com.apple.quicktime.camera.lens_model"]));
    }

    [Fact]
    public void Serial_numbers_accounts_and_names_of_places_are_kept()
    {
        var restricted = RestrictedTags.From(Of(
            ("com.apple.proapps.serialno", "S1"), ("com.apple.quicktime.location.name", "天元区"), ("com.samsung.android.utc_offset", "+0800"), ("artist", "某人")));

        Assert.Equal(4, restricted.Others.Count);
        Assert.Contains("天元区", restricted.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_read_is_asked_for()
    {
        foreach (var name in RestrictedTags.Names.Append(AigcMark.Key))
            Assert.Contains($"{name}", ProbeReport.Entries.Split('=', ',', ':'));
        Assert.DoesNotContain("chapter", ProbeReport.Entries, StringComparison.Ordinal);
    }

    [Fact]
    public void Signs_of_platforms_are_read_from_tags_and_sizes()
    {
        var facts = Recording.Facts("generated-sound-first");
        var exported = Of(("comment", "vid:v0200fg10000"));

        Assert.Contains(RecompressionSigns.MessengerSize, facts.RecompressionSigns);
        Assert.Contains(RecompressionSigns.MessengerSize, EditorMarks.Of(facts));
        Assert.DoesNotContain(RecompressionSigns.Encoder, EditorMarks.Of(facts));
        Assert.Contains(RecompressionSigns.Platform, RecompressionSigns.In(exported, Recording.Ordinary().Video));
        Assert.Contains(RecompressionSigns.Platform, RecompressionSigns.In(Of(("te_is_reencode", "1")), Recording.Ordinary().Video));
        Assert.Empty(RecompressionSigns.In(Of(("com.android.version", "14")), Recording.Ordinary().Video));
    }

    private static ProbeReport Of(params (string Key, string Value)[] tags) =>
        new("mov", null, 0, [], tags.ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.OrdinalIgnoreCase));
}
