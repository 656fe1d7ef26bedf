using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>发信 by state and page by page, 信件样张, and the switch of the digest.</summary>
public sealed partial class LettersPageTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static readonly DateTimeOffset Now = new MicrosecondClock().GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_letter_stands_under_its_state_with_its_cause_in_plain_words()
    {
        var stuck = await AddAsync("发不走的信", (letter, job) => (job.State, job.Failures, job.Error) = (JobState.Dead, 1, "MailNotTakenException: mail-no-such-reader 550 5.1.1 <…>: no such user"));
        var retried = await AddAsync("再试的信", (letter, job) => (job.Failures, job.Error, job.ReadyAt) = (2, "MailNotTakenException: mail-unreachable refused", Now.AddMinutes(5)));
        var due = await AddAsync("等着的信", (_, _) => { });
        var sent = await AddAsync("发走的信", (letter, job) => (letter.State, letter.SentAt, job.State) = (LetterState.Sent, Now, JobState.Done));
        var calledBack = await AddAsync("不发的信", (letter, _) => letter.State = LetterState.CalledBack);

        foreach (var (state, own) in new[] { ("Stuck", stuck), ("Retrying", retried), ("Due", due), ("Sent", sent), ("CalledBack", calledBack) })
        {
            var page = await desk.Wang.ReadAsync($"/desk/mail?state={state}", Ct);
            Assert.Equal([own.Number], new[] { stuck, retried, due, sent, calledBack }.Select(piece => piece.Number).Where(number => page.Contains(number!, StringComparison.Ordinal)));
        }

        var stuckPage = await desk.Wang.ReadAsync("/desk/mail?state=Stuck", Ct);
        var folded = stuckPage.IndexOf("技术信息", StringComparison.Ordinal);
        Assert.Contains("对方的邮箱不存在或已停用", stuckPage[..folded], StringComparison.Ordinal);
        Assert.DoesNotContain("550 5.1.1", stuckPage[..folded], StringComparison.Ordinal);
        Assert.Contains("550 5.1.1", stuckPage[folded..], StringComparison.Ordinal);
        Assert.Contains(">重发</button>", stuckPage, StringComparison.Ordinal);
        var retriedPage = await desk.Wang.ReadAsync("/desk/mail?state=Retrying", Ct);
        Assert.Contains("连不上发信服务器", retriedPage, StringComparison.Ordinal);
        Assert.DoesNotContain(">重发</button>", retriedPage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_held_letter_shows_the_time_left_and_is_called_back_from_there()
    {
        var piece = await desk.AddAsync(In(State.Closed, Now), Ct);
        var letter = piece.Letters.Single(row => row.Kind is LetterKind.Declined);

        var page = await desk.Wang.ReadAsync("/desk/mail?state=Held", Ct);
        var panel = await desk.Wang.ReadAsync($"/desk/pieces/{piece.Id}", Ct);
        using var answer = await desk.Wang.PostAsync("/desk/mail?state=Held", $"/desk/mail?handler=CallBack&letter={letter.Id}&state=Held", Ct);

        Assert.Contains($"data-until=\"{letter.NotBefore:O}\"", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("本次未能采用", WebUtility.HtmlDecode(page), StringComparison.Ordinal); // nobody has written this letter; it is shown as it would go
        Assert.Contains("/desk/mail?state=Held", panel, StringComparison.Ordinal);
        Assert.Matches("""离发出还有 <time[^>]*>\d 分 \d\d 秒</time>""", page);
        Assert.Contains("/desk/mail?done=called-back&state=Held", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(piece.Number!, await desk.Wang.ReadAsync("/desk/mail?state=Held", Ct), StringComparison.Ordinal);
        Assert.Contains(piece.Number!, await desk.Wang.ReadAsync("/desk/mail?state=CalledBack", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_is_kept_back_as_soon_as_its_piece_is_opened_again()
    {
        var piece = await desk.AddAsync(In(State.Closed, new MicrosecondClock().GetUtcNow()), Ct);
        await using (var scope = desk.Portal.Data.Scope())
        await using (var db = desk.Portal.Data.OpenDb())
        {
            var seen = Seen.Of(await db.GetAsync(piece.Id, Ct));
            await scope.ServiceProvider.GetRequiredService<DecideSubmission>().RunAsync(piece.Id, Verb.Reopen, desk.Zhao.Actor, seen, Reason, Ct);
        }

        Assert.DoesNotContain(piece.Number!, await desk.Wang.ReadAsync("/desk/mail?state=Held", Ct), StringComparison.Ordinal);
        Assert.Contains(piece.Number!, await desk.Wang.ReadAsync("/desk/mail?state=CalledBack", Ct), StringComparison.Ordinal);
        Assert.DoesNotContain("/desk/mail?state=Held", await desk.Wang.ReadAsync($"/desk/pieces/{piece.Id}", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_are_paged_within_their_state_none_twice_none_left_out()
    {
        var written = new List<string>();
        for (var i = 0; i < 35; i++)
            written.Add((await AddAsync($"发走的第 {i} 封", Now, (letter, job) => (letter.State, letter.SentAt, job.State) = (LetterState.Sent, Now, JobState.Done))).Number!);

        var first = await desk.Wang.ReadAsync("/desk/mail?state=Sent", Ct);
        var next = WebUtility.HtmlDecode(Older().Match(first).Groups[1].Value);
        Assert.Contains("state=Sent", next, StringComparison.Ordinal);
        var second = await desk.Wang.ReadAsync(next, Ct);

        Assert.All(written, number => Assert.True(first.Contains(number, StringComparison.Ordinal) ^ second.Contains(number, StringComparison.Ordinal), number));
    }

    [Fact]
    public async Task Every_kind_of_letter_has_its_sample_as_HTML_and_as_text()
    {
        var page = await desk.Wang.ReadAsync("/desk/mail/samples", Ct);

        var samples = Enum.GetValues<LetterKind>().Length + 2; // the receipts of a mail and of a call too
        Assert.Equal(samples, page.Split("class=\"mail-page\"").Length - 1);
        Assert.Equal(samples, page.Split("class=\"mail-text\"").Length - 1);
        foreach (var words in new[] { "本次未能采用", "已被采用", "刊发了", "请您为《湘江的早晨》补充一点材料", "没能用上", "15 日期限只剩不到 1 天", "有 3 篇稿件等您处理", "/complete#……" })
            Assert.Contains(words, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("〔链接〕", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_switches_the_digest_off_and_on()
    {
        using var off = await desk.Li.PostAsync("/account", "/account?handler=Digest", Ct, ("on", "false"));
        Assert.Contains("待办摘要已经关掉", await desk.Li.ReadAsync("/account", Ct), StringComparison.Ordinal);
        await using (var db = desk.Portal.Data.OpenDb())
            Assert.True((await db.Users.SingleAsync(editor => editor.Id == desk.Li.Editor.Id, Ct)).DigestOff);
        using var on = await desk.Li.PostAsync("/account", "/account?handler=Digest", Ct, ("on", "true"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (off.StatusCode, on.StatusCode));
        Assert.Contains("每天 08:30、15:30 发一封待办摘要", await desk.Li.ReadAsync("/account", Ct), StringComparison.Ordinal);
        Assert.DoesNotContain("待办摘要", await desk.Finance.ReadAsync("/account", Ct), StringComparison.Ordinal);
    }

    /// <summary>A letter of this moment: before all that other tests have left.</summary>
    private Task<Submission> AddAsync(string title, Action<Letter, Job> with) => AddAsync(title, new MicrosecondClock().GetUtcNow(), with);

    private async Task<Submission> AddAsync(string title, DateTimeOffset at, Action<Letter, Job> with)
    {
        var piece = Draft(at, title: title);
        piece.Apply(Verb.Submit, Actor.Reader, at, Decision.Plain);
        with(piece.Letters.Single(), piece.Jobs.Single(job => job.Kind is JobKind.SendMail));
        return await desk.AddAsync(piece, Ct);
    }

    [GeneratedRegex("<a href=\"([^\"]+)\">更早的信")]
    private static partial Regex Older();
}
