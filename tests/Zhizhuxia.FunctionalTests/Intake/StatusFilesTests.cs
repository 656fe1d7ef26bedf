using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Assets;
using Zhizhuxia.FunctionalTests.Review;
using Zhizhuxia.Intake;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;
using Zhizhuxia.UnitTests.Submissions;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>What the reader hears of a film the machines are at.</summary>
public sealed class StatusFilesTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, JobKind.MakeProxy, "已收好，可以播放")]
    [InlineData(false, JobKind.MakeProxy, "已收好，我们正在处理")]
    [InlineData(false, JobKind.MakeLadder, "已收好，可以播放")]
    public async Task Work_that_is_parked_worries_no_reader(bool plays, JobKind kind, string words)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var codes = newsroom.Services.GetRequiredService<ReceiptCodes>();
        var piece = Pieces.In(State.Adopted, Now);
        piece.Assets.Clear();
        var asset = Pieces.Arrived(piece, Now);
        asset.Accept(new("{}", "720×1280 竖屏 · 0:12", null, 12, plays, [], null), Place.Ordinary, Now);
        asset.Jobs.Clear();
        piece.Assets.Add(asset);
        piece.Jobs.Clear();
        piece.Jobs.Add(Job.ForAsset(kind, piece.Id, asset.Id, Now));
        (piece.Jobs[0].State, piece.Jobs[0].Error) = (JobState.Dead, "TranscodeFailedException: ffmpeg ended with 1");
        piece.ReceiptHash = codes.HashOf(codes.CodeOf(piece.Id));
        await newsroom.AddAsync(piece, Ct);

        var status = await newsroom.RunAsync((StatusQuery query) => query.RunAsync(codes.CodeOf(piece.Id), Ct));

        Assert.Equal(("已采用", words, false), (status.Word, Assert.Single(status.Files).Words, status.Busy));
    }

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
        asset.Accept(new("{}", "720×1280 竖屏 · 0:12", null, 12, plays, [], null), Place.Ordinary, Now);
        piece.Assets.Add(asset);
        piece.ReceiptHash = codes.HashOf(codes.CodeOf(piece.Id));
        piece.Apply(Verb.Submit, Actor.Reader, Now, Decision.Plain);
        await newsroom.AddAsync(piece, Ct);

        var status = await newsroom.RunAsync((StatusQuery query) => query.RunAsync(codes.CodeOf(piece.Id), Ct));

        var file = Assert.Single(status.Files);
        Assert.Equal((AssetState.Ready, words, busy), (file.State, file.Words, file.Busy));
    }
}
