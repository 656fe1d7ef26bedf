using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Zhizhuxia.Submissions;
using static Microsoft.Playwright.Assertions;

namespace Zhizhuxia.BrowserTests.Desk;

/// <summary>A day's work of three people who never touch the mouse.</summary>
[Collection(nameof(DeskDay))]
public sealed class KeyboardDayTests(DeskDay desk)
{
    [Fact]
    public async Task A_piece_is_claimed_watched_remarked_asked_about_and_passed_three_times_by_keyboard_alone()
    {
        var piece = await desk.BringAsync("键盘上的一天");
        var first = await desk.SitDownAsync(DeskDay.First);
        await FindAsync(first, piece);

        await first.Keyboard.PressAsync("c");
        await Expect(first.GetByText("您已认领这篇稿件")).ToBeVisibleAsync();
        await first.ListensAsync();
        await RemarkAsync(first, "这是谁家的屋顶");
        await AskAsync(first);
        Assert.Equal(State.Waiting, (await desk.SeeAsync(piece.Id)).State);
        Assert.Contains("0:05 这是谁家的屋顶", (await desk.SeeAsync(piece.Id)).Letters.Single(letter => letter.Kind is LetterKind.PleaseComplete).Body, StringComparison.Ordinal);

        await desk.ChangeAsync(piece.Id, row => row.Apply(Verb.Answer, Actor.Reader, TimeProvider.System.GetUtcNow(), new() { Answer = "是我外婆家的屋顶。" }));
        await first.GotoAsync("/desk");
        await FindAsync(first, piece);
        await PassAsync(first, letter: false);
        var second = await desk.SitDownAsync(DeskDay.Second);
        await FindAsync(second, piece);
        await PassAsync(second, letter: false);
        var third = await desk.SitDownAsync(DeskDay.Third);
        await FindAsync(third, piece);
        await PassAsync(third, letter: true);

        var adopted = await desk.SeeAsync(piece.Id);
        Assert.Equal(State.Adopted, adopted.State);
        Assert.Equal([DeskDay.First, DeskDay.Second, DeskDay.Third], adopted.Passes().Select(step => step.ActorName));
    }

    /// <summary>From the queue: search, down to the row, open it.</summary>
    private static async Task FindAsync(IPage page, Submission piece)
    {
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync(piece.Title);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("[?&]q="));
        await page.ListensAsync();
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**/desk/pieces/{piece.Id}*");
        await page.ListensAsync();
    }

    /// <summary>Five seconds on, then a note at that moment.</summary>
    private static async Task RemarkAsync(IPage page, string words)
    {
        await page.WaitForFunctionAsync("() => document.querySelector('video').readyState >= 1");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator("[data-timecode]")).ToContainTextAsync("0:05");
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync(words);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".film-note-row")).ToContainTextAsync(words);
        await Expect(page.Locator(".timeline .pin")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("j");
        await page.WaitForFunctionAsync("() => Math.abs(document.querySelector('video').currentTime - 5) < 0.3"); // a note leads back to its moment
    }

    private static async Task AskAsync(IPage page)
    {
        await page.Locator("[data-asks]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("details[data-verb=Ask] textarea")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("b");
        await page.Keyboard.PressAsync("Space");
        await page.Locator("details[data-verb=Ask] textarea").FocusAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await SendAsync(page);
        await page.WaitForURLAsync(new Regex("done=Ask"));
    }

    private static async Task PassAsync(IPage page, bool letter)
    {
        if (await page.Locator("[data-claim]").CountAsync() > 0)
        {
            await page.Keyboard.PressAsync("c");
            await Expect(page.GetByText("您已认领这篇稿件")).ToBeVisibleAsync();
            await page.ListensAsync();
        }
        await page.Keyboard.PressAsync("p");
        for (var point = 0; point < 4; point++)
        {
            await page.Keyboard.PressAsync("Space");
            await page.Keyboard.PressAsync("Tab");
        }
        await page.Keyboard.PressAsync("Control+Enter"); // in the comment below the checklist
        if (letter)
            await SendAsync(page);
        await page.WaitForURLAsync(new Regex("done=Pass"));
    }

    /// <summary>The letter that is seen before it goes.</summary>
    private static async Task SendAsync(IPage page)
    {
        await Expect(page.Locator("#body")).ToBeVisibleAsync();
        await page.ListensAsync();
        await page.Locator("#body").FocusAsync();
        await page.Keyboard.PressAsync("Control+Enter");
    }
}
