using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Assets;
using Zhizhuxia.FunctionalTests.Review;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;
using Zhizhuxia.UnitTests.Submissions;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>What the reader hears of a film the machines are at.</summary>
public sealed class StatusFilesTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, "已收好，可以播放", false)]
    [InlineData(false, "已收好，正在准备播放", true)]
    public async Task A_film_that_plays_already_keeps_the_reader_waiting_for_nothing(bool plays, string words, bool busy)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var codes = newsroom.Services.GetRequiredService<ReceiptCodes>();
        var piece = Pieces.Draft(Now);
        piece.Assets.Clear();
        var asset = Pieces.Arrived(piece, Now);
        asset.Accept(new("{}", "720×1280 竖屏 · 0:12", null, 12, plays, [], null), Zhizhuxia.Jobs.Place.Ordinary, Now);
        piece.Assets.Add(asset);
        piece.ReceiptHash = codes.HashOf(codes.CodeOf(piece.Id));
        piece.Apply(Verb.Submit, Actor.Reader, Now, Decision.Plain);
        await newsroom.AddAsync(piece, Ct);

        var status = await newsroom.RunAsync((StatusQuery query) => query.RunAsync(codes.CodeOf(piece.Id), Ct));

        var file = Assert.Single(status.Files);
        Assert.Equal((AssetState.Ready, words, busy), (file.State, file.Words, file.Busy));
    }
}
