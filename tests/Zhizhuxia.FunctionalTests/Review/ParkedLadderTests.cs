using System.Net;
using Zhizhuxia.Accounts;
using Zhizhuxia.Assets;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>An adopted piece whose film for the public could not be made: nobody is told to wait for it.</summary>
public sealed class ParkedLadderTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(JobKind.MakeLadder, JobState.Dead, true)]
    [InlineData(JobKind.EncodeRange, JobState.Dead, true)]
    [InlineData(JobKind.MakeLadder, JobState.Running, false)]
    [InlineData(JobKind.MakeProxy, JobState.Dead, false)]
    public async Task The_publisher_is_told_whether_it_is_being_made_or_has_failed(JobKind kind, JobState state, bool failed)
    {
        var piece = await AddAsync(kind, state);
        var (code, other) = failed ? ("ladder-failed", "ladder-missing") : ("ladder-missing", "ladder-failed");

        var page = WebUtility.HtmlDecode(await desk.Fang.ReadAsync($"/desk/pieces/{piece.Id}", Ct));
        using var tried = await desk.Fang.PostAsync("/account", $"/desk/pieces/{piece.Id}/decide/{Verb.Publish}", Ct, ("Form.Seen", Seen.Of(piece).ToString()));

        Assert.Equal(HttpStatusCode.Conflict, tried.StatusCode);
        foreach (var shown in new[] { page, WebUtility.HtmlDecode(await tried.Content.ReadAsStringAsync(Ct)) })
        {
            Assert.Contains(RefusalTexts.Of(code), shown, StringComparison.Ordinal);
            Assert.DoesNotContain(RefusalTexts.Of(other), shown, StringComparison.Ordinal);
            Assert.DoesNotContain("/desk/jobs", shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_administrator_who_publishes_gets_the_way_to_it()
    {
        var piece = await AddAsync(JobKind.MakeLadder, JobState.Dead);
        using var both = await DeskClient.SignInAsync(desk.Portal, "管理兼发布", Ct, Role.Publisher, Role.Administrator);

        Assert.Contains("href=\"/desk/jobs\">打开“卡住的工作”", WebUtility.HtmlDecode(await both.ReadAsync($"/desk/pieces/{piece.Id}", Ct)), StringComparison.Ordinal);
    }

    private async Task<Submission> AddAsync(JobKind kind, JobState state)
    {
        var piece = In(State.Adopted, Now);
        piece.Jobs.Clear();
        var job = Job.ForAsset(kind, piece.Id, piece.Assets[0].Id, Now);
        job.State = state;
        piece.Jobs.Add(job);
        Assert.Null(piece.Assets[0].Find(RenditionKind.Ladder));
        return await desk.AddAsync(piece, Ct);
    }
}
