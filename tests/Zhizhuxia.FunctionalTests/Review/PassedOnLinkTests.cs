using System.Net;
using System.Text.RegularExpressions;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>The one-time links of 请读者补充 and of a mailed piece, where no mail can bring them.</summary>
public sealed partial class PassedOnLinkTests(DeskFixture desk) : IClassFixture<DeskFixture>
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

    [Theory]
    [InlineData(29, true)]
    [InlineData(31, false)]
    public async Task The_link_to_confirm_is_shown_while_it_opens_something(int daysAgo, bool opens)
    {
        var piece = In(State.Review2, Now.AddDays(-daysAgo));
        (piece.Channel, piece.Declarations) = (Channel.Mail, null);
        piece.AwaitedFiles.Add(new() { Id = Guid.CreateVersion7(), SubmissionId = piece.Id, Name = "原片.mov", CreatedAt = piece.CreatedAt });
        await desk.AddAsync(piece, Ct);

        var page = WebUtility.HtmlDecode(await desk.Li.ReadAsync($"/desk/pieces/{piece.Id}", Ct));

        Assert.Equal(opens, CompleteAddress().IsMatch(page));
        Assert.Equal(!opens, page.Contains("链接也已经过期", StringComparison.Ordinal));
    }

    [GeneratedRegex("/complete#[A-Za-z0-9_-]{43}")]
    private static partial Regex CompleteAddress();
}
