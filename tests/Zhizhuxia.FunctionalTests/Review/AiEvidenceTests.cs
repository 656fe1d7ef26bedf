using System.Net;
using Zhizhuxia.FunctionalTests.Media;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>A film whose metadata says AI, from its inspection to the editor's page.</summary>
[Collection(nameof(MediaRoom))]
public sealed class AiEvidenceTests(MediaRoom media, DeskFixture desk) : IClassFixture<DeskFixture>
{
    private const string Clip = "-f lavfi -i testsrc2=s=320x240:r=25:d=1 -c:v libx264 -preset ultrafast -pix_fmt yuv420p "
        + "-metadata AIGC={\"Label\":\"1\",\"ContentProducer\":\"某公司\",\"ProduceID\":\"p-77\"} -movflags use_metadata_tags";

    [Theory]
    [InlineData(AiUse.No, true)]
    [InlineData(AiUse.Yes, false)]
    public async Task The_editor_sees_the_metadata_and_that_the_reader_said_otherwise(AiUse declared, bool conflict)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var room = await FilmRoom.WithAsync(await media.MakeAsync("ai.mp4", Clip), State.Review1);
        await room.RunAsync(JobKind.InspectAsset, ct);
        var inspected = await room.AssetAsync();
        var now = TimeProvider.System.GetUtcNow();
        var piece = In(State.Review1, now);
        piece.Declarations = piece.Declarations! with { AiUse = declared };
        piece.Assets.Clear();
        piece.Assets.Add(Arrived(piece, now));
        piece.Assets[0].Accept(new(inspected.Facts!, inspected.FactsLine!, null, 1, true, inspected.Warnings, null), Place.Ordinary, now);
        await desk.AddAsync(piece, ct);

        var page = WebUtility.HtmlDecode(await desk.Wang.ReadAsync($"/desk/pieces/{piece.Id}", ct));

        Assert.Contains("标识 1，生成者 某公司，生成编号 p-77", page, StringComparison.Ordinal);
        Assert.Contains("文件的元数据标明：属于 AI 生成合成内容（1）", page, StringComparison.Ordinal);
        Assert.Equal(conflict, page.Contains("以元数据为准", StringComparison.Ordinal));
    }
}
