using Zhizhuxia.Assets;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.UnitTests.Assets;

/// <summary>What was removed stays removed, whatever a late job brings.</summary>
public sealed class PurgedAssetTests
{
    [Theory]
    [InlineData(RenditionKind.Proxy)]
    [InlineData(RenditionKind.Ladder)]
    [InlineData(RenditionKind.Poster)]
    public void A_purged_film_gets_no_rendition(RenditionKind kind)
    {
        var asset = In(State.Review1, Monday).Assets[0];
        asset.Purge();
        asset.Forget();
        var version = asset.RowVersion;

        Assert.Throws<InvalidOperationException>(() => asset.Add(new(kind, 1, "a.mp4", ["a.mp4"], 720, 1280, 10)));

        Assert.Empty(asset.Renditions);
        Assert.Equal(version, asset.RowVersion);
    }
}
