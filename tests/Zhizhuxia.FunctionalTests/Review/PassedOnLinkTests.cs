using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>The one-time link of 请读者补充, where no mail can bring it.</summary>
public sealed class PassedOnLinkTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_without_an_address_is_passed_the_link_by_the_editor()
    {
        var piece = In(State.Waiting, Now);
        piece.Contact = piece.Contact! with { Email = null, Mobile = "13800138000" };
        await desk.AddAsync(piece, Ct);

        var page = await desk.Wang.ReadAsync($"/desk/pieces/{piece.Id}", Ct);

        Assert.Matches("/(original|status)#[A-Za-z0-9_-]{43}", page);
        Assert.DoesNotMatch("/(original|status)#[A-Za-z0-9_-]{43}", await desk.Wang.ReadAsync($"/desk/pieces/{(await desk.AddAsync(In(State.Waiting, Now), Ct)).Id}", Ct));
    }
}
