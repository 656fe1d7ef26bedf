using System.Text;
using Zhizhuxia.Media;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.UnitTests.Media;

public sealed class AigcMarkTests
{
    private const string Bare = """{"Label":"1","ContentProducer":"001191110000MA01","ProduceID":"p-1","ReservedCode1":"r1","ContentPropagator":"某平台","PropagateID":"q-1","ReservedCode2":"r2"}""";

    [Theory]
    [InlineData(Bare)]
    [InlineData($$"""{"AIGC":{{Bare}}}""")]
    public void The_bare_object_and_the_wrapped_one_are_the_same(string json)
    {
        var mark = AigcMark.Parse(json)!;

        Assert.Equal(
            ("1", "001191110000MA01", "p-1", "r1", "某平台", "q-1", "r2"),
            (mark.Label, mark.ContentProducer, mark.ProduceID, mark.ReservedCode1, mark.ContentPropagator, mark.PropagateID, mark.ReservedCode2));
        Assert.Equal(AiLabel.Certain, mark.Judged);
    }

    [Theory]
    [InlineData("""{"AIGC":"{\"Label\":\"2\"}"}""", AiLabel.Possible)]
    [InlineData("""{"label":1}""", AiLabel.Certain)]
    [InlineData("""{"Label":"3"}""", AiLabel.Suspected)]
    [InlineData("""{"Label":"yes"}""", AiLabel.Suspected)]
    [InlineData("{}", AiLabel.Suspected)]
    public void Labels_are_read_however_they_are_written(string json, AiLabel label) => Assert.Equal(label, AigcMark.Parse(json)!.Judged);

    [Theory]
    [InlineData("")]
    [InlineData("yes")]
    [InlineData("[1]")]
    [InlineData("{\"AIGC\":[]}")]
    [InlineData("{\"Label\":")]
    [InlineData("{\"AIGC\":{\"AIGC\":{\"AIGC\":{\"AIGC\":{\"AIGC\":{\"AIGC\":{\"AIGC\":{\"AIGC\":{\"AIGC\":{}}}}}}}}}}")]
    public void What_is_no_object_is_no_mark(string json) => Assert.Null(AigcMark.Parse(json));

    [Fact]
    public void A_film_whose_metadata_says_so_is_one()
    {
        var facts = Recording.Facts("generated-sound-first");

        Assert.Equal((AiLabel.Certain, "p-1"), (facts.AiLabel, facts.Aigc!.ProduceID));
        Assert.Equal(AiLabel.Certain, VideoFacts.FromJson(facts.ToJson()).AiLabel);
        Assert.Contains(AiMarks.Certain, EditorMarks.Of(facts));
    }

    [Theory]
    [InlineData("Kling AI 1.6", AiLabel.Suspected)]
    [InlineData("made with ComfyUI", AiLabel.Suspected)]
    [InlineData("由即梦生成", AiLabel.Suspected)]
    [InlineData("镜头可灵活转动", AiLabel.None)]
    [InlineData("Soranus 2", AiLabel.None)]
    [InlineData("Lavf59.27.100", AiLabel.None)]
    public void A_generators_name_in_the_encoder_tag_is_a_trace(string encoder, AiLabel label)
    {
        var report = Recording.Report("motion-photo", "Lavf59.27.100", encoder);

        Assert.Equal(label, new FactsJudge(Recording.Options).Judge(report, Recording.Packets("motion-photo"), 1).Facts!.AiLabel);
    }

    [Fact]
    public void Metadata_that_cannot_be_read_is_a_trace()
    {
        var report = Recording.Report("motion-photo", "\"encoder\": \"Lavf59.27.100\"", "\"AIGC\": \"yes\"");

        Assert.Equal(AiLabel.Suspected, new FactsJudge(Recording.Options).Judge(report, Recording.Packets("motion-photo"), 1).Facts!.AiLabel);
    }

    [Theory]
    [InlineData("\0\0\0\u0020udtaAIGC" + Bare + "\0\0\0\u0008free", Bare, null)]
    [InlineData("jumb c2pa http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia", null, "trainedAlgorithmicMedia")]
    [InlineData("{\"ContentProducer\":", null, null)]
    [InlineData("\"ContentProducer\"", null, null)]
    [InlineData("plain", null, null)]
    public void What_ffprobe_does_not_show_is_found_in_the_bytes(string bytes, string? aigc, string? trace)
    {
        var raw = RawTraces.Of(Encoding.UTF8.GetBytes(bytes));

        Assert.Equal((aigc, trace, false), (raw.AigcJson, raw.Trace, raw.IsProtected));
    }

    [Fact]
    public void What_the_portal_spreads_keeps_the_makers_words_and_names_the_portal_as_propagator()
    {
        var source = new AigcMark { Label = "2", ContentProducer = "某公司", ProduceID = "p-77", ReservedCode1 = "sig", ContentPropagator = "another", PropagateID = "x", ReservedCode2 = "y" };

        var spread = AigcMark.Propagated(source, AiLabel.Certain, "株洲日报", "ZX261127-0001")!;

        Assert.Equal(
            """{"Label":"1","ContentProducer":"某公司","ProduceID":"p-77","ReservedCode1":"sig","ContentPropagator":"株洲日报","PropagateID":"ZX261127-0001","ReservedCode2":""}""",
            spread.ToJson());
        Assert.Null(AigcMark.Propagated(source, AiLabel.None, "株洲日报", "ZX261127-0001"));
        Assert.Equal("3", AigcMark.Propagated(null, AiLabel.Suspected, "株洲日报", "ZX261127-0001")!.Label);
    }
}
