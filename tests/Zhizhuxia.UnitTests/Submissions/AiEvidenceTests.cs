using Zhizhuxia.Submissions;

namespace Zhizhuxia.UnitTests.Submissions;

public sealed class AiEvidenceTests
{
    [Theory]
    [InlineData(AiLabel.Certain, AiUse.No, AiLabel.Certain, true)]
    [InlineData(AiLabel.Certain, AiUse.Yes, AiLabel.Certain, false)]
    [InlineData(AiLabel.Possible, AiUse.No, AiLabel.Possible, true)]
    [InlineData(AiLabel.None, AiUse.Yes, AiLabel.Possible, false)]
    [InlineData(AiLabel.Suspected, AiUse.Yes, AiLabel.Possible, false)]
    [InlineData(AiLabel.Suspected, AiUse.No, AiLabel.Suspected, false)]
    [InlineData(AiLabel.Suspected, null, AiLabel.Suspected, false)]
    [InlineData(AiLabel.None, AiUse.Unknown, AiLabel.None, false)]
    [InlineData(AiLabel.None, AiUse.No, AiLabel.None, false)]
    public void Metadata_comes_before_the_readers_word_and_that_before_traces(AiLabel ofFiles, AiUse? declared, AiLabel suggested, bool conflicts)
    {
        var evidence = new AiEvidence(ofFiles, declared);

        Assert.Equal((suggested, conflicts), (evidence.Suggested, evidence.Conflicts));
    }
}
