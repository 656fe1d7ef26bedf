using System.Net;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>发信, 卡住的工作, claims and the queue through their pages.</summary>
public sealed class MailroomTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_letter_that_was_given_up_is_sent_again_and_only_then()
    {
        var piece = In(State.Review1, Now);
        var letter = piece.Letters.Single();
        var job = piece.Jobs.Single(row => row.LetterId == letter.Id);
        (job.State, job.Failures, job.Error) = (JobState.Dead, 8, "IOException: 发信的文件夹写不进去");
        await desk.AddAsync(piece, Ct);

        var page = await desk.Wang.ReadAsync("/desk/mail", Ct);
        using var first = await desk.Wang.PostAsync("/desk/mail", $"/desk/mail?handler=Resend&letter={letter.Id}", Ct);
        using var again = await desk.Wang.PostAsync("/desk/mail", $"/desk/mail?handler=Resend&letter={letter.Id}", Ct);

        Assert.Contains("发信的文件夹写不进去", page, StringComparison.Ordinal);
        Assert.Contains("发不出去", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (first.StatusCode, again.StatusCode));
        await using var db = desk.Portal.Data.OpenDb();
        Assert.Equal((JobState.Ready, 0), ((await db.Jobs.FindAsync([job.Id], Ct))!.State, (await db.Jobs.FindAsync([job.Id], Ct))!.Failures));
    }

    [Fact]
    public async Task A_decline_is_called_back_within_its_ten_minutes()
    {
        var piece = await desk.AddAsync(In(State.Closed, Now), Ct);
        var letter = piece.Letters.Single(row => row.Kind is LetterKind.Declined);

        using var first = await desk.Wang.PostAsync("/desk/mail", $"/desk/mail?handler=CallBack&letter={letter.Id}", Ct);
        using var again = await desk.Wang.PostAsync("/desk/mail", $"/desk/mail?handler=CallBack&letter={letter.Id}", Ct);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (first.StatusCode, again.StatusCode));
        await using var db = desk.Portal.Data.OpenDb();
        Assert.Equal(LetterState.CalledBack, (await db.Letters.FindAsync([letter.Id], Ct))!.State);
    }

    [Fact]
    public async Task A_parked_job_shows_its_cause_and_gets_another_round_once()
    {
        var piece = await desk.AddAsync(In(State.Adopted, Now), Ct);
        var job = Job.ForAsset(JobKind.MakeProxy, piece.Id, piece.Assets[0].Id, Now);
        (job.State, job.Failures, job.Error) = (JobState.Dead, 8, "IOException: No space left on device");
        await using (var db = desk.Portal.Data.OpenDb())
        {
            db.Jobs.Add(job);
            await db.SaveChangesAsync(Ct);
        }

        var page = await desk.Administrator.ReadAsync("/desk/jobs", Ct);
        using var retried = await desk.Administrator.PostAsync("/desk/jobs", $"/desk/jobs?handler=Retry&job={job.Id}", Ct);
        using var again = await desk.Administrator.PostAsync("/desk/jobs", $"/desk/jobs?handler=Retry&job={job.Id}", Ct);
        using var other = await desk.Wang.PostAsync("/desk", $"/desk/jobs?handler=Retry&job={job.Id}", Ct);

        var folded = page.IndexOf("技术信息", StringComparison.Ordinal);
        Assert.Contains("磁盘满了", page[..folded], StringComparison.Ordinal);
        Assert.Contains("制作审看版", page[..folded], StringComparison.Ordinal);
        Assert.DoesNotContain("IOException", page[..folded], StringComparison.Ordinal);
        Assert.Contains("No space left on device", page[folded..], StringComparison.Ordinal);
        Assert.Contains("已经重新排队", await retried.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Contains("已经不在卡住的状态", await again.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.False(other.IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_colleagues_piece_is_taken_over_with_a_reason_only()
    {
        var piece = In(State.Review1, Now);
        piece.Take(desk.Wang.Actor, Now, null);
        await desk.AddAsync(piece, Ct);
        var page = $"/desk/pieces/{piece.Id}";

        using var without = await desk.Sun.PostAsync(page, $"{page}?handler=Claim", Ct);
        Assert.Equal(HttpStatusCode.Conflict, without.StatusCode);
        Assert.Contains("王编辑正在审看这篇稿件", await without.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        using var with = await desk.Sun.PostAsync(page, $"{page}?handler=Claim", Ct, ("reason", "王编辑外出采访"));
        using var notMine = await desk.Wang.PostAsync(page, $"{page}?handler=GiveBack", Ct);
        using var mine = await desk.Sun.PostAsync(page, $"{page}?handler=GiveBack", Ct);

        Assert.Equal(
            (HttpStatusCode.Redirect, HttpStatusCode.Conflict, HttpStatusCode.Redirect), (with.StatusCode, notMine.StatusCode, mine.StatusCode));
        Assert.Null((await desk.SeeAsync(piece.Id, Ct)).Claim);
    }

    [Fact]
    public async Task The_queue_shows_a_new_piece_with_its_clock_and_filters_it()
    {
        var piece = In(State.Review1, Now.AddDays(-13));
        await desk.AddAsync(piece, Ct);

        var all = await desk.Wang.ReadAsync($"/desk?q={piece.Number}", Ct);
        var none = await desk.Wang.ReadAsync($"/desk?q={piece.Number}&state=Waiting&kind=Film&column={piece.ColumnId}", Ct);
        var odd = await desk.Wang.ReadAsync("/desk?state=Nonsense&column=x&after=zzz", Ct);

        Assert.Contains($"/desk/pieces/{piece.Id}", all, StringComparison.Ordinal);
        Assert.Contains("只剩 2 天", all, StringComparison.Ordinal);
        Assert.DoesNotContain($"/desk/pieces/{piece.Id}", none, StringComparison.Ordinal);
        Assert.Contains("队列", odd, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readers_words_are_text_wherever_the_desk_shows_them()
    {
        const string evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        var piece = Draft(Now, title: evil[..39]);
        piece.Fill(new(evil[..39], evil, [new(evil, [evil])], evil, null, null));
        (piece.LinkText, piece.ProposalText, piece.CreditName) = (evil, evil, evil);
        piece.Contact = new(evil, "13800000000", "reader@example.org");
        piece.Declarations = piece.Declarations! with { AiWhere = evil, AiUse = AiUse.Yes };
        piece.Apply(Verb.Submit, Actor.Reader, Now, Decision.Plain);
        piece.Take(desk.Wang.Actor, Now, evil);
        await desk.AddAsync(piece, Ct);

        foreach (var path in new[] { "/desk", $"/desk/pieces/{piece.Id}", $"/desk/pieces/{piece.Id}/decide/Decline", "/desk/mail" })
        {
            var page = await desk.Wang.ReadAsync(path, Ct);
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        }
    }
}
