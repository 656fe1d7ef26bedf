using System.Net;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>发表哪些视频, chosen on the page of a piece.</summary>
public sealed class KeptOutPageTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_films_one_is_kept_out_and_never_both()
    {
        var piece = In(State.Review1, Now);
        piece.Assets.Add(Film(piece, Now));
        await desk.AddAsync(piece, Ct);
        var page = $"/desk/pieces/{piece.Id}";
        using var claim = await desk.Wang.PostAsync(page, $"{page}?handler=Claim", Ct);
        (string, string)[] offered = [("Revision.Title", piece.Title), ("Revision.Text", piece.Text), ("Revision.AiLabel", "None"), .. piece.Assets.Select(asset => ("Revision.Offered", asset.Id.ToString()))];

        using var none = await desk.Wang.PostAsync(page, $"{page}?handler=Revise", Ct, [.. offered, await SeenAsync(piece.Id)]);
        using var one = await desk.Wang.PostAsync(page, $"{page}?handler=Revise", Ct, [.. offered, await SeenAsync(piece.Id), ("Revision.Chosen", piece.Assets[1].Id.ToString())]);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Redirect), (none.StatusCode, one.StatusCode));
        Assert.Contains("至少留一个视频发表", await none.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(piece.Assets[1].Id, (await desk.SeeAsync(piece.Id, Ct)).ChosenAssets.Single().Id);
        Assert.Contains("（不发表）", WebUtility.HtmlDecode(await desk.Wang.ReadAsync(page, Ct)), StringComparison.Ordinal);
    }

    private async Task<(string, string)> SeenAsync(Guid id) => ("Revision.Seen", Seen.Of(await desk.SeeAsync(id, Ct)).ToString());
}
