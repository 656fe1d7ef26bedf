using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;
using static Microsoft.Playwright.Assertions;

namespace Zhizhuxia.BrowserTests.Desk;

/// <summary>Open pages stay true without a reload.</summary>
[Collection(nameof(DeskDay))]
public sealed class LiveDeskTests(DeskDay desk)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_editors_on_one_piece_the_second_sees_who_holds_it_and_keeps_what_was_typed()
    {
        var piece = await desk.BringAsync("两位编辑");
        var (one, other) = (await desk.SitDownAsync(DeskDay.First), await desk.SitDownAsync(DeskDay.Colleague));
        await one.GotoAsync($"/desk/pieces/{piece.Id}");
        await other.GotoAsync($"/desk/pieces/{piece.Id}");
        await other.Locator("#note-text").FillAsync("正写着");
        await other.EvaluateAsync("window.notReloaded = true");

        await one.GetByRole(AriaRole.Button, new() { Name = "认领这篇稿件" }).ClickAsync();

        await Expect(other.Locator("#holder")).ToContainTextAsync($"{DeskDay.First} 在看这篇稿件");
        await Expect(other.Locator("[data-claim]")).ToHaveCountAsync(0);
        await one.GetByRole(AriaRole.Button, new() { Name = "交还" }).ClickAsync();
        await Expect(other.Locator("[data-claim]")).ToBeVisibleAsync();
        await Expect(other.Locator("[data-claim]")).ToHaveAttributeAsync("aria-keyshortcuts", "c");
        await Expect(other.Locator("#note-text")).ToHaveValueAsync("正写着");
        Assert.True(await other.EvaluateAsync<bool>("window.notReloaded"));
    }

    [Fact]
    public async Task What_waits_is_counted_anew_wherever_it_stands_as_pieces_come()
    {
        var page = await desk.SitDownAsync(DeskDay.Colleague);
        await page.GotoAsync("/desk/today");
        var figure = page.Locator("#today-counts .today-figure").First;
        var before = int.Parse(await figure.InnerTextAsync(), CultureInfo.InvariantCulture);

        await desk.BringAsync("又来一篇");
        await Expect(figure).ToHaveTextAsync($"{before + 1}");
        await Expect(page.Locator("#today-counts nav a[href$='view=waiting'] .count")).ToHaveTextAsync($"{before + 1}");

        await page.GotoAsync("/desk");
        await desk.BringAsync("再来一篇");
        await Expect(page.Locator("#waiting")).ToContainTextAsync($"有 {before + 2} 篇");
        await Expect(page.Locator("nav.views a[href$='view=waiting'] .count")).ToHaveTextAsync($"{before + 2}");
    }

    [Fact]
    public async Task The_form_for_taking_over_stays_open_while_the_page_is_brought_up_to_date()
    {
        var piece = await desk.BringAsync("要接手的");
        await using var db = desk.Portal.Data.OpenDb();
        var first = Actor.Of(await db.Users.SingleAsync(editor => editor.DisplayName == DeskDay.First, Ct));
        await desk.ChangeAsync(piece.Id, row => row.Take(first, TimeProvider.System.GetUtcNow(), null));
        var page = await desk.SitDownAsync(DeskDay.Colleague);
        await page.GotoAsync($"/desk/pieces/{piece.Id}");
        await page.GetByText("接手这篇稿件").ClickAsync();
        await page.Locator("#reason").FillAsync("小王下班了");

        await desk.ChangeAsync(piece.Id, row => row.Revise(Content.Of(row) with { Title = "有人接手的" }, first, TimeProvider.System.GetUtcNow()));

        await Expect(page.Locator("#holder")).ToContainTextAsync($"{DeskDay.First}刚刚");
        await Expect(page.Locator("#reason")).ToBeVisibleAsync();
        await Expect(page.Locator("#reason")).ToHaveValueAsync("小王下班了");
    }

    [Fact]
    public async Task When_the_selected_row_goes_the_next_key_goes_on_from_its_place()
    {
        await using var db = desk.Portal.Data.OpenDb();
        var first = Actor.Of(await db.Users.SingleAsync(editor => editor.DisplayName == DeskDay.First, Ct));
        foreach (var title in new[] { "走廊一号", "走廊二号", "走廊三号" })
            await desk.ChangeAsync((await desk.BringAsync(title)).Id, row => row.Take(first, TimeProvider.System.GetUtcNow(), null));
        var page = await desk.SitDownAsync(DeskDay.First);
        await page.GotoAsync("/desk?share=Mine&q=走廊");
        var rows = page.Locator("[data-row]");
        await Expect(rows).ToHaveCountAsync(3);
        var titles = await page.Locator("[data-row] .queue-title").AllInnerTextsAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator("[data-row].selected")).ToContainTextAsync(titles[1]);
        var second = await db.Submissions.SingleAsync(row => row.Title == titles[1], Ct);

        await desk.ChangeAsync(second.Id, row => row.GiveBack(first, TimeProvider.System.GetUtcNow()));
        await Expect(rows).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("j");

        await Expect(page.Locator("[data-row].selected")).ToContainTextAsync(titles[2]);
    }

    [Fact]
    public async Task What_the_reader_wrote_is_seen_once_its_tab_is_opened()
    {
        var piece = await desk.BringAsync("有新来信的");
        await using var db = desk.Portal.Data.OpenDb();
        db.Add(Message.OfReader(piece.Id, "歌是我女儿唱的。", TimeProvider.System.GetUtcNow()));
        await db.SaveChangesAsync(Ct);
        var page = await desk.SitDownAsync(DeskDay.First);
        await page.GotoAsync($"/desk/pieces/{piece.Id}");
        await Expect(page.Locator("#tab-mails .count")).ToHaveTextAsync("1 条新来信");
        Assert.True(await db.Messages.AnyAsync(message => message.SubmissionId == piece.Id && message.ReadAt == null, Ct));

        await page.Locator("#tab-mails").ClickAsync();

        await Expect(page.Locator("#tab-mails .count")).ToHaveCountAsync(0);
        Assert.False(await db.Messages.AnyAsync(message => message.SubmissionId == piece.Id && message.ReadAt == null, Ct));
    }

    [Fact]
    public async Task A_note_of_a_colleague_appears_in_the_list_and_on_the_bar()
    {
        var piece = await desk.BringAsync("两人批注");
        var (one, other) = (await desk.SitDownAsync(DeskDay.First), await desk.SitDownAsync(DeskDay.Second));
        await one.GotoAsync($"/desk/pieces/{piece.Id}");
        await other.GotoAsync($"/desk/pieces/{piece.Id}");

        await one.Locator("#note-text").FillAsync("片头太长");
        await one.GetByRole(AriaRole.Button, new() { Name = "记下" }).ClickAsync();

        await Expect(other.Locator(".film-note-row")).ToContainTextAsync("片头太长");
        await Expect(other.Locator(".timeline .pin")).ToHaveCountAsync(1);
        await Expect(other.GetByRole(AriaRole.Button, new() { Name = "划去" })).ToHaveCountAsync(0);
        await one.GetByRole(AriaRole.Button, new() { Name = "划去" }).ClickAsync();
        await Expect(other.Locator(".film-note-row del")).ToHaveTextAsync("片头太长");
        await Expect(other.Locator(".timeline .pin")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_queue_its_figure_and_the_selected_row_follow_what_happens()
    {
        var mine = await desk.BringAsync("一直选着的");
        var page = await desk.SitDownAsync(DeskDay.First);
        await Expect(page.Locator("[data-row]", new() { HasText = mine.Title })).ToBeVisibleAsync();
        var rows = await page.Locator("[data-row]").CountAsync();
        for (var row = 0; row < rows && await page.Locator("[data-row].selected", new() { HasText = mine.Title }).CountAsync() == 0; row++)
            await page.Keyboard.PressAsync("j");
        var waiting = int.Parse(await page.Locator("#count-queue").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

        var fresh = await desk.BringAsync("刚刚送到的");

        await Expect(page.Locator("[data-row]", new() { HasText = fresh.Title })).ToBeVisibleAsync();
        await Expect(page.Locator("#count-queue")).ToHaveTextAsync($"{waiting + 1}");
        await Expect(page.Locator("[data-row].selected")).ToContainTextAsync(mine.Title);
    }

    [Fact]
    public async Task The_progress_of_a_job_moves_and_its_end_is_told()
    {
        var piece = await desk.BringAsync("还在做");
        var job = Job.ForAsset(JobKind.MakeProxy, piece.Id, piece.Assets[0].Id, TimeProvider.System.GetUtcNow());
        (job.State, job.Progress) = (JobState.Running, 0.25);
        await using var db = desk.Portal.Data.OpenDb();
        db.Jobs.Add(job);
        await db.SaveChangesAsync(Ct);
        var page = await desk.SitDownAsync(DeskDay.First);
        await page.GotoAsync($"/desk/pieces/{piece.Id}");
        await Expect(page.Locator("#work progress")).ToHaveAttributeAsync("value", "0.25");

        await db.Jobs.Where(row => row.Id == job.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Progress, 0.75), Ct);
        await Expect(page.Locator("#work progress")).ToHaveAttributeAsync("value", "0.75");
        await db.Jobs.Where(row => row.Id == job.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, JobState.Done), Ct);
        await Expect(page.Locator("#work")).ToContainTextAsync("处理完了");
    }

    [Fact]
    public async Task After_a_lost_connection_the_page_catches_up_by_itself()
    {
        var piece = await desk.BringAsync("断线");
        var page = await desk.SitDownAsync(DeskDay.Colleague);
        await page.GotoAsync($"/desk/pieces/{piece.Id}");
        await Expect(page.Locator("[data-claim]")).ToBeVisibleAsync();
        await page.Context.SetOfflineAsync(true);
        await page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))"); // the open connection goes as well
        await Expect(page.Locator("#live-lost")).ToBeVisibleAsync();

        await using (var db = desk.Portal.Data.OpenDb())
        {
            var first = await db.Users.SingleAsync(editor => editor.DisplayName == DeskDay.First, Ct);
            await desk.ChangeAsync(piece.Id, row => row.Take(Actor.Of(first), TimeProvider.System.GetUtcNow(), null));
        }
        await page.Context.SetOfflineAsync(false);

        await Expect(page.Locator("#holder")).ToContainTextAsync($"{DeskDay.First} 在看这篇稿件");
        await Expect(page.Locator("#live-lost")).ToHaveCountAsync(0);
    }
}
