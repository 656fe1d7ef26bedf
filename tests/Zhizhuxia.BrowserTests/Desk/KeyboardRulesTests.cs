using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Zhizhuxia.Submissions;
using static Microsoft.Playwright.Assertions;

namespace Zhizhuxia.BrowserTests.Desk;

/// <summary>When keys do something on 审稿页, and when they keep quiet.</summary>
[Collection(nameof(DeskDay))]
public sealed class KeyboardRulesTests(DeskDay desk)
{
    [Fact]
    public async Task What_cannot_be_done_says_why_when_its_key_is_pressed()
    {
        var piece = await desk.BringAsync("还没认领");
        var page = await OpenAsync(piece);

        await page.Keyboard.PressAsync("p");

        await Expect(page.Locator(".reason:focus")).ToContainTextAsync(RefusalTexts.Of("not-claimed"));
        Assert.Equal(State.Review1, (await desk.SeeAsync(piece.Id)).State);
    }

    [Theory]
    [InlineData("isComposing: true")]
    [InlineData("keyCode: 229")]
    [InlineData("ctrlKey: true")]
    [InlineData("altKey: true")]
    [InlineData("metaKey: true")]
    public async Task While_an_input_method_composes_or_with_a_modifier_no_key_does_anything(string how)
    {
        var piece = await desk.BringAsync("输入法");
        var page = await OpenAsync(piece);

        foreach (var key in new[] { "c", "n", "3", "?", "m" })
            await page.EvaluateAsync($"key => document.body.dispatchEvent(new KeyboardEvent('keydown', {{ key, bubbles: true, cancelable: true, {how} }}))", key);

        Assert.False(await page.Locator("dialog[open]").IsVisibleAsync());
        await Expect(page.Locator("#tab-material")).ToHaveAttributeAsync("aria-selected", "true");
        Assert.Equal("BODY", await page.EvaluateAsync<string>("document.activeElement.tagName"));
        Assert.Null((await desk.SeeAsync(piece.Id)).Claim);
        await page.Keyboard.PressAsync("3"); // the same key, plainly
        await Expect(page.Locator("#tab-checks")).ToHaveAttributeAsync("aria-selected", "true");
    }

    [Fact]
    public async Task In_a_field_letters_are_letters_and_the_enter_that_ends_a_composition_sends_nothing()
    {
        var piece = await desk.BringAsync("打字");
        var page = await OpenAsync(piece);
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("cpnbd?3");

        await page.Locator("#note-text").EvaluateAsync("field => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, isComposing: true }))");

        await Expect(page.Locator("#note-text")).ToHaveValueAsync("cpnbd?3");
        await Expect(page.Locator(".film-note-row")).ToHaveCountAsync(0);
        Assert.Null((await desk.SeeAsync(piece.Id)).Claim);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".film-note-row")).ToContainTextAsync("cpnbd?3");
    }

    [Fact]
    public async Task From_note_to_note_the_keys_step_over_those_on_the_whole_piece()
    {
        var piece = await desk.BringAsync("三条批注");
        await using (var db = desk.Portal.Data.OpenDb())
        {
            var first = Actor.Of(await db.Users.SingleAsync(editor => editor.DisplayName == DeskDay.First, TestContext.Current.CancellationToken));
            db.AddRange(new (string Text, Guid? Film, double? At)[] { ("整篇", null, null), ("两秒", piece.Assets[0].Id, 2), ("四秒", piece.Assets[0].Id, 4) }
                .Select(note => FilmNote.Of(piece, first, note.Text, note.Film, note.At, TimeProvider.System.GetUtcNow())));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var page = await OpenAsync(piece);

        foreach (var (key, moment) in new[] { ("j", "0:02"), ("j", "0:04"), ("k", "0:02"), ("k", "0:02") })
        {
            await page.Keyboard.PressAsync(key);
            await Expect(page.Locator(".note-at:focus")).ToHaveTextAsync(moment);
        }
    }

    [Fact]
    public async Task The_map_names_every_key_and_each_has_a_button_that_says_it()
    {
        var piece = await desk.BringAsync("一览");
        var page = await OpenAsync(piece);

        await page.Keyboard.PressAsync("?");

        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("认领");
        var keys = await page.Locator("#keys dt").AllInnerTextsAsync();
        foreach (var key in new[] { "c", "n", "p", "b", "d", "3", "空格", "?" })
            Assert.Contains(key, keys.Select(text => text.Trim()));
        foreach (var key in new[] { "c", "n", "p", "b", "d", "1", "Space", ",", "?" })
            Assert.True(await page.Locator($"[aria-keyshortcuts='{key}']").CountAsync() > 0, $"{key} has no button");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#keys")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Tabs_are_switched_by_the_arrows_and_the_film_does_not_move()
    {
        var piece = await desk.BringAsync("四个标签");
        var page = await OpenAsync(piece);
        await page.GetByRole(AriaRole.Tab, new() { Name = "材料" }).FocusAsync();

        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");

        await Expect(page.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("权利清单");
        await Expect(page).ToHaveURLAsync(new Regex("tab=checks"));
        Assert.Equal(0, await page.Locator("video").EvaluateAsync<double>("video => video.currentTime"));
        await page.Keyboard.PressAsync("End");
        await Expect(page.GetByRole(AriaRole.Tab, new() { Name = "流水" })).ToBeFocusedAsync();
    }

    private async Task<IPage> OpenAsync(Submission piece)
    {
        var page = await desk.SitDownAsync(DeskDay.First);
        await page.GotoAsync($"/desk/pieces/{piece.Id}");
        await page.ListensAsync();
        return page;
    }
}
