using Microsoft.Playwright;

namespace Zhizhuxia.BrowserTests.Desk;

/// <summary>往来, 电话代录, 统计 and 案卷 in a real browser: the way through them, by day and by night, on a desk and on a phone.</summary>
[Collection(nameof(BusyNewsroom))]
public sealed class CorrespondenceTests(BusyNewsroom newsroom)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_editor_and_a_reader_talk_and_notes_stay_inside(bool phone)
    {
        List<string> wrong = [];
        var piece = newsroom.Piece("Review1");
        var desk = await OpenAsync(phone);
        await desk.SignInAsync(BusyNewsroom.Everybody);
        await desk.GotoAsync($"/desk/pieces/{piece.Id}/thread");
        var question = $"片尾的歌是您唱的吗？{Guid.NewGuid():N}";
        await desk.FillAsync("#say", question);
        await desk.GetByRole(AriaRole.Button, new() { Name = "发给读者" }).ClickAsync();
        await Assertions.Expect(desk.Locator(".thread")).ToContainTextAsync(question);
        var note = $"这位读者说话很靠谱。{Guid.NewGuid():N}";
        await desk.FillAsync("#note", note);
        await desk.GetByRole(AriaRole.Button, new() { Name = "记下备注" }).ClickAsync();
        await Assertions.Expect(desk.Locator(".notes")).ToContainTextAsync(note);

        var reader = await OpenAsync(phone);
        await reader.GotoAsync($"/status#{newsroom.ReceiptOf(piece)}");
        await Assertions.Expect(reader.Locator("#messages")).ToContainTextAsync(question);
        await reader.CheckAsync(wrong);
        var answer = $"是我女儿唱的。{Guid.NewGuid():N}";
        await reader.FillAsync("#Words", answer);
        await reader.GetByRole(AriaRole.Button, new() { Name = "发给编辑部" }).ClickAsync();
        await Assertions.Expect(reader.Locator("#messages")).ToContainTextAsync(answer);
        Assert.DoesNotContain(note, await reader.ContentAsync(), StringComparison.Ordinal);

        await desk.ReloadAsync();
        await Assertions.Expect(desk.Locator(".thread .from-reader").Last).ToContainTextAsync("新来信");
        await desk.UnfoldAsync();
        await desk.CheckAsync(wrong);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_call_becomes_a_piece_whose_link_a_camera_reads(bool phone)
    {
        List<string> wrong = [];
        var desk = await OpenAsync(phone);
        await desk.SignInAsync(BusyNewsroom.Everybody);
        await desk.GotoAsync("/desk/phone");
        await desk.CheckAsync(wrong);
        await desk.GetByLabel("读者怎么称呼？").FillAsync("周师傅");
        await desk.GetByRole(AriaRole.Button, new() { Name = "记下来" }).ClickAsync(); // the browser asks for the rest
        await desk.Locator("[name='Form.Mobile']").FillAsync("138 0013 8000");
        await desk.Locator("[name='Form.Title']").FillAsync("打铁铺");
        await desk.Locator("[name='Form.Said']").FillAsync("短了");
        await desk.GetByRole(AriaRole.Button, new() { Name = "记下来" }).ClickAsync();
        await Assertions.Expect(desk.Locator(".note.bad:not([data-mailbox])")).ToBeVisibleAsync();
        await desk.CheckAsync(wrong);
        await desk.Locator("[name='Form.Said']").FillAsync("想拍打铁铺的最后一炉火，周末师傅都在，儿子也想来帮忙。");
        await desk.GetByRole(AriaRole.Button, new() { Name = "记下来" }).ClickAsync();

        await Assertions.Expect(desk.Locator(".hand-over .qr svg")).ToBeVisibleAsync();
        await desk.CheckAsync(wrong);
        var link = new Uri(await desk.Locator(".hand-over .mono").InnerTextAsync()).Fragment;
        var caller = await OpenAsync(phone: true);
        await caller.GotoAsync($"/complete{link}");
        await Assertions.Expect(caller.Locator("blockquote")).ToContainTextAsync("最后一炉火");
        await caller.CheckAsync(wrong);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Figures_files_and_the_dossier_have_no_barriers(bool phone)
    {
        List<string> wrong = [];
        var desk = await OpenAsync(phone);
        await desk.SignInAsync(BusyNewsroom.Everybody);
        foreach (var path in new[] { "/desk/statistics", "/desk/statistics?span=year", "/desk/statistics?from=2020-01-01&to=2020-02-01", $"/desk/pieces/{newsroom.Piece("Published").Id}/export", $"/desk/pieces/{newsroom.Piece("Review1").Id}/films" })
        {
            await desk.GotoAsync(path);
            await desk.UnfoldAsync();
            await desk.CheckAsync(wrong);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task The_dossier_on_paper_has_its_number_at_the_head_of_every_sheet()
    {
        var desk = await OpenAsync(phone: false);
        await desk.SignInAsync(BusyNewsroom.Everybody);
        await desk.GotoAsync($"/desk/pieces/{newsroom.Piece("Published").Id}/export");

        await desk.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });

        Assert.Equal("table-header-group", await desk.EvaluateAsync<string>("getComputedStyle(document.querySelector('.dossier thead')).display"));
        await Assertions.Expect(desk.Locator(".dossier-head .number")).ToHaveTextAsync(newsroom.Piece("Published").Number!);
        await Assertions.Expect(desk.Locator(".masthead")).ToBeHiddenAsync();
        Assert.NotEmpty(await desk.PdfAsync(new() { PreferCSSPageSize = true }));
    }

    private Task<IPage> OpenAsync(bool phone) =>
        phone ? newsroom.Chromium.PhoneAsync(newsroom.Portal.Address) : newsroom.Chromium.DeskAsync(newsroom.Portal.Address);
}
