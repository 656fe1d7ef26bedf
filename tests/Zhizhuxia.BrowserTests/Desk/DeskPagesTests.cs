using Microsoft.Playwright;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.BrowserTests.Desk;

/// <summary>Every page of the newsroom with everything on it, on a desk and on a phone, by day and by night.</summary>
[Collection(nameof(BusyNewsroom))]
public sealed class DeskPagesTests(BusyNewsroom newsroom)
{
    private static readonly string[] Pieces = ["mine", "theirs", "taken", "link", "Review1", "Review3", "Waiting", "Adopted", "Published", "TakenDown", "Closed"];

    private static readonly (string Piece, Verb Verb)[] Steps =
    [
        ("mine", Verb.Pass), ("mine", Verb.Ask), ("mine", Verb.Decline), ("link", Verb.Pass), ("Review3", Verb.ReturnToSecond), ("taken", Verb.TakeOver),
        ("Published", Verb.TakeDown),
    ];

    private IEnumerable<string> Pages =>
    [
        "/desk", "/desk?state=Closed", "/desk?q=没有这个", "/desk?q=风", "/desk?view=waiting", "/desk/today", "/desk/inbox", "/desk/mail", "/desk/mail?state=Sent", "/desk/mail/samples", "/desk/settings/mail", "/desk/jobs", "/desk/editors", $"/desk/editors/{newsroom.PersonId}", "/desk/settings", "/desk/settings/columns", "/desk/settings/keys", "/desk/settings/form/fees", "/desk/settings/form/site", "/desk/settings/texts", "/desk/settings/texts/ReceivedByMail", "/desk/settings/history",
        "/account", "/account/password", "/account/confirm", "/account/second-factor", "/account/passkeys", "/desk/roster", "/desk/roster/lend", "/desk/editors/record", "/account/logout", "/desk/nothing-here", $"/desk/pieces/{Id("Published")}/print",
        .. Pieces.Select(piece => $"/desk/pieces/{Id(piece)}"), .. Enumerable.Range(1, 3).Select(film => $"/desk/pieces/{Id("mine")}?film={film}"),
        .. Steps.Select(step => $"/desk/pieces/{Id(step.Piece)}/decide/{step.Verb}"),
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Axe_finds_nothing_and_nothing_is_wider_than_the_window(bool phone)
    {
        var page = await OpenAsync(phone);
        await page.SignInAsync(BusyNewsroom.Everybody);
        List<string> wrong = [];
        foreach (var path in Pages)
        {
            await page.GotoAsync(path);
            await page.UnfoldAsync();
            await page.CheckAsync(wrong);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Axe_finds_nothing_on_what_only_appears_on_the_way(bool phone)
    {
        var page = await OpenAsync(phone);
        List<string> wrong = [];
        await page.SignInAsync(BusyNewsroom.Careful);
        Assert.EndsWith("/account/code", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        await page.CheckAsync(wrong);
        await page.SignInAsync(BusyNewsroom.Everybody);

        await page.GotoAsync($"/desk/pieces/{Id("mine")}/decide/{Verb.Decline}");
        await page.Locator("select[name='Form.DeclineReason']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.Locator("main form button.button").First.ClickAsync();
        await Assertions.Expect(page.Locator("#body")).ToBeVisibleAsync(); // the letter, before it goes
        await page.CheckAsync(wrong);

        await page.GotoAsync($"/desk/pieces/{Id("mine")}/decide/{Verb.Pass}");
        await page.Locator("main form button.button").First.ClickAsync();
        await Assertions.Expect(page.Locator(".note.bad").First).ToBeVisibleAsync(); // a refusal
        await page.CheckAsync(wrong);

        await page.GotoAsync($"/desk/pieces/{Id("mine")}");
        await page.EvaluateAsync("document.querySelector('dialog[data-keys]').showModal()");
        await page.CheckAsync(wrong);

        await page.GotoAsync("/desk/editors");
        await page.Locator("[name=Name]").FillAsync("新同事");
        await page.Locator("[name=Email]").FillAsync($"{Guid.NewGuid():N}@example.org");
        await page.Locator("[name=Roles]").First.CheckAsync(new() { Force = true });
        await page.GetByRole(AriaRole.Button, new() { Name = "建账号" }).ClickAsync();
        await Assertions.Expect(page.Locator(".link-once")).ToBeVisibleAsync();
        await page.CheckAsync(wrong);

        await page.GotoAsync("/desk/settings/keys");
        await page.Locator("[name=Partner]").FillAsync("市文旅局短视频平台");
        await page.GetByRole(AriaRole.Button, new() { Name = "开密钥" }).ClickAsync();
        await Assertions.Expect(page.Locator(".link-once")).ToBeVisibleAsync();
        await page.CheckAsync(wrong); // with a key in the table

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task What_is_read_about_a_job_stays_open_while_the_work_goes_on()
    {
        var page = await OpenAsync(phone: false);
        await page.SignInAsync(BusyNewsroom.Everybody);
        await page.GotoAsync("/desk/jobs");
        var fold = page.Locator("#busy details").First;
        await fold.Locator("summary").ClickAsync();

        await newsroom.WorkOnAsync(Piece("mine"), 0.61);

        await Assertions.Expect(page.Locator("#busy progress[value='0.61']")).ToHaveCountAsync(1);
        await Assertions.Expect(fold).ToHaveAttributeAsync("open", "");
    }

    private Submission Piece(string name) => newsroom.Piece(name);

    private Guid Id(string piece) => newsroom.Piece(piece).Id;

    private Task<IPage> OpenAsync(bool phone) =>
        phone ? newsroom.Chromium.PhoneAsync(newsroom.Portal.Address) : newsroom.Chromium.DeskAsync(newsroom.Portal.Address);
}
