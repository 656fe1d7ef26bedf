using System.Text;
using Zhizhuxia.Media;

namespace Zhizhuxia.UnitTests.Media;

public sealed class RefusedStreamsTests
{
    private readonly FactsJudge _judge = new(Recording.Options);

    [Fact]
    public void A_protected_film_that_ffprobe_calls_clear_is_known_by_its_scheme_box()
    {
        var raw = RawTraces.Of(Encoding.Latin1.GetBytes("....encv....sinf\0\0\0\u0014schm\0\0\0\0cenc\0\u0001\0\0"));
        var report = Recording.Report("encrypted");

        Assert.Null(_judge.RefuseStreams(report));
        Assert.Equal(MediaRefusals.Encrypted, _judge.RefuseStreams(report with { Raw = raw }));
    }

    [Theory]
    [InlineData("drmi")]
    [InlineData("encv")]
    public void A_protected_sample_entry_is_refused(string tag) =>
        Assert.Equal(MediaRefusals.Encrypted, _judge.RefuseStreams(Recording.Report("encrypted", "avc1\"", $"{tag}\"")));

    [Fact]
    public void Dolby_vision_5_needs_a_person_and_8_does_not()
    {
        Assert.Null(_judge.RefuseStreams(Recording.Report("iphone-hlg")));
        Assert.Equal(MediaRefusals.DolbyVisionFive, _judge.RefuseStreams(Recording.Report("iphone-hlg", "\"dv_profile\": 8", "\"dv_profile\": 5")));
    }

    [Fact]
    public void Sound_alone_is_no_film() =>
        Assert.Equal(MediaRefusals.NoVideo, _judge.RefuseStreams(Recording.Report("generated-sound-first", "\"codec_type\": \"video\"", "\"codec_type\": \"data\"")));

    [Fact]
    public void Seventeen_streams_are_too_many()
    {
        var report = Recording.Report("encrypted");

        Assert.Equal(MediaRefusals.TooComplex, _judge.RefuseStreams(report with { Streams = [.. Enumerable.Repeat(report.Streams[0], 17)] }));
    }

    [Fact]
    public void A_picture_of_more_than_36_million_pixels_is_too_large() =>
        Assert.Equal(MediaRefusals.TooLarge, _judge.RefuseStreams(Recording.Report("encrypted", "\"width\": 320", "\"width\": 200000")));

    [Theory]
    [InlineData(20 * 3600.0, MediaRefusals.TooLong)]
    [InlineData(1e9, MediaRefusals.TooLong)]
    [InlineData(0, MediaRefusals.Corrupt)]
    public void A_nonsense_length_is_refused_by_the_packets(double step, string code)
    {
        var lines = Enumerable.Range(0, 3).Select(at => FormattableString.Invariant($"0,{at * step},{at * step},0.033,100,K_"));

        Assert.Equal(code, _judge.Judge(Recording.Report("encrypted"), Recording.Table(lines), 1).RefusalCode);
    }

    [Fact]
    public void Reserved_and_unknown_colours_are_those_of_television()
    {
        var reserved = Recording.Report("iphone-hlg", "\"color_transfer\": \"arib-std-b67\"", "\"color_transfer\": \"reserved\", \"color_range\": \"unknown\"");
        var facts = _judge.Judge(reserved, Recording.Packets("iphone-hlg"), 1).Facts!;

        Assert.Equal(Hdr.None, facts.Video.Hdr);
    }
}
