using System.Net;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>疑似重复 on the pages of the desk.</summary>
public sealed class AlikePagesTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_names_the_other_piece_says_why_and_the_button_says_who_can_mend_it()
    {
        var (one, other) = await PairAsync();
        await ClaimAsync(other.Id);

        var page = await ReadAsync(desk.Wang, $"/desk/pieces/{other.Id}");
        var queue = await ReadAsync(desk.Wang, $"/desk?q={other.Number}");

        Assert.Contains($"/desk/pieces/{other.Id}/compare/{one.Id}", page, StringComparison.Ordinal);
        Assert.Contains("画面几乎全部相同，约 12 秒", page, StringComparison.Ordinal);
        Assert.Contains(RefusalTexts.Of("alike-undecided"), page, StringComparison.Ordinal);
        Assert.Contains(">疑似重复</span>", queue, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ResemblanceState.Related)]
    [InlineData(ResemblanceState.Different)]
    public async Task Decided_on_the_page_it_is_remembered_with_its_name_and_the_way_is_free(ResemblanceState state)
    {
        var (one, other) = await PairAsync();
        var compare = $"/desk/pieces/{other.Id}/compare/{one.Id}";

        using var answer = await desk.Li.PostAsync(compare, compare, Ct, ("state", state.ToString()));

        Assert.Equal((HttpStatusCode.Redirect, $"/desk/pieces/{other.Id}?tab=checks#alike"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        var page = await ReadAsync(desk.Wang, $"/desk/pieces/{one.Id}");
        Assert.Contains($">{ResemblanceWords.Of(state)}</span>", page, StringComparison.Ordinal);
        Assert.Contains("李主任，", page, StringComparison.Ordinal);
        await ClaimAsync(other.Id);
        Assert.DoesNotContain(RefusalTexts.Of("alike-undecided"), await ReadAsync(desk.Wang, $"/desk/pieces/{other.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merging_leads_to_the_step_with_the_other_number_filled_in_and_keeps_the_evidence()
    {
        var (one, other) = await PairAsync();
        await ClaimAsync(other.Id);
        var compare = await ReadAsync(desk.Wang, $"/desk/pieces/{other.Id}/compare/{one.Id}");
        var merge = $"/desk/pieces/{other.Id}/decide/Duplicate?other={one.Number}";
        Assert.Contains(merge, compare, StringComparison.Ordinal);
        Assert.Contains($"value=\"{one.Number}\"", await ReadAsync(desk.Wang, merge), StringComparison.Ordinal);

        using var answer = await desk.Wang.PostAsync(merge, merge, Ct,
            ("Form.Seen", Seen.Of(await desk.SeeAsync(other.Id, Ct)).ToString()), ("Form.OtherNumber", one.Number!), ("Form.Shown", "true"), ("Form.Subject", "已并入"), ("Form.Body", "谢谢您。"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("画面几乎全部相同，约 12 秒", (await desk.SeeAsync(other.Id, Ct)).History[^1].Comment, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_only_publishes_looks_but_does_not_decide_and_nobody_decides_about_their_own_piece()
    {
        var (one, other) = await PairAsync();
        var compare = $"/desk/pieces/{other.Id}/compare/{one.Id}";
        Assert.DoesNotContain("name=\"state\"", await ReadAsync(desk.Fang, compare), StringComparison.Ordinal);

        using var published = await desk.Fang.PostAsync("/account", compare, Ct, ("state", "Different"));
        Assert.Equal(HttpStatusCode.Conflict, published.StatusCode);

        await using (var db = desk.Portal.Data.OpenDb())
        {
            var piece = (await db.LoadAsync(one.Id, Ct))!;
            piece.Contact = piece.Contact! with { Email = desk.Wang.Editor.Email };
            await db.SaveChangesAsync(Ct);
        }
        using var own = await desk.Wang.PostAsync("/account", compare, Ct, ("state", "Different"));
        Assert.Equal(HttpStatusCode.Conflict, own.StatusCode);
        await using var after = desk.Portal.Data.OpenDb();
        Assert.Equal(ResemblanceState.Suggested, (await after.Resemblances.SingleAsync(pair => pair.OtherId == other.Id, Ct)).State);
    }

    [Fact]
    public async Task Two_pieces_that_were_never_found_alike_have_no_page()
    {
        var (one, _) = await PairAsync();
        var (stranger, _) = await PairAsync();

        using var answer = await desk.Wang.Http.GetAsync(new Uri($"/desk/pieces/{one.Id}/compare/{stranger.Id}", UriKind.Relative), Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<(Submission One, Submission Other)> PairAsync()
    {
        var (one, other) = (In(State.Review1, Now), In(State.Review1, Now.AddMinutes(1)));
        (one.UndecidedAlike, other.UndecidedAlike) = (1, 1);
        await desk.AddAsync(one, Ct);
        await desk.AddAsync(other, Ct);
        var pair = new Resemblance { Id = Guid.CreateVersion7(), OneId = one.Id, OtherId = other.Id, FoundAt = Now };
        pair.Learn([new(ResemblanceKind.Pictures, 0.97, true) { OneAsset = one.Assets[0].Id, OtherAsset = other.Assets[0].Id, OffsetSeconds = 3, SharedSeconds = 12 }]);
        await using var db = desk.Portal.Data.OpenDb();
        db.Resemblances.Add(pair);
        await db.SaveChangesAsync(Ct);
        return (one, other);
    }

    private async Task ClaimAsync(Guid id)
    {
        using var answer = await desk.Wang.PostAsync($"/desk/pieces/{id}", $"/desk/pieces/{id}?handler=Claim", Ct);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task<string> ReadAsync(DeskClient person, string path) => WebUtility.HtmlDecode(await person.ReadAsync(path, Ct));
}
