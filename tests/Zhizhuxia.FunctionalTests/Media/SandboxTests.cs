using Zhizhuxia.Media;

namespace Zhizhuxia.FunctionalTests.Media;

[Collection(nameof(MediaRoom))]
public sealed class SandboxTests(MediaRoom room)
{
    [Fact]
    public async Task All_canaries_stay_in_the_box()
    {
        var report = await room.SandboxTest.RunAsync(TestContext.Current.CancellationToken);

        Assert.Empty(report.Findings);
        Assert.Equal(SandboxProof.Proven, report.Proof);
    }
}
