using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.FunctionalTests.Account;
using Zhizhuxia.FunctionalTests.Uploads;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>投稿 by the page, as a browser without scripts does it.</summary>
public sealed partial class SubmitPageTests(SleepingPortal fixture) : IClassFixture<SleepingPortal>, IDisposable
{
    private readonly FormClient _browser = new(fixture.Portal);
    private readonly Guid _draft = Guid.CreateVersion7();
    private readonly string _key = Guid.NewGuid().ToString("N");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _browser.Dispose();

    [Fact]
    public async Task Each_page_has_a_draft_and_a_key_of_its_own()
    {
        var pages = new[] { (await _browser.GetAsync("/submit")).Html, (await _browser.GetAsync("/submit")).Html };

        Assert.Distinct(pages.Select(page => Hidden("Draft", page)));
        Assert.Distinct(pages.Select(page => Hidden("IdempotencyKey", page)));
        Assert.All(pages, page => Assert.True(Guid.TryParse(Hidden("Draft", page), out _)));
    }

    [Theory]
    [InlineData("Link", SubmissionKind.Link)]
    [InlineData("Proposal", SubmissionKind.Proposal)]
    public async Task A_link_and_a_proposal_lead_to_their_receipt_which_can_be_reloaded(string kind, SubmissionKind expected)
    {
        var first = await FilmForms.ReceiptAsync(_browser, await SubmitAsync(FilmForms.Filled(kind, _draft, _key)));
        var again = WebUtility.HtmlDecode((await _browser.GetAsync("/submit/receipt")).Html);

        var piece = await PieceAsync(Number().Match(first).Value);
        Assert.Equal((expected, Channel.Web, State.Review1), (piece.Kind, piece.Channel, piece.State));
        Assert.Equal(Number().Match(first).Value, Number().Match(again).Value);
        Assert.Contains(ConsentTexts.Of(ConsentKind.Licence)[..20], first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_having_submitted_there_is_no_receipt()
    {
        var page = await _browser.GetAsync("/submit/receipt");

        Assert.Contains("这里没有回执", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_piece_with_one_receipt()
    {
        var form = FilmForms.Filled("Link", _draft, _key);
        var first = await FilmForms.ReceiptAsync(_browser, await SubmitAsync(form));
        var again = await FilmForms.ReceiptAsync(_browser, await SubmitAsync(form));

        Assert.Equal(Number().Match(first).Value, Number().Match(again).Value);
        Assert.Equal(Code(first), Code(again));
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_what_was_typed_stays()
    {
        var form = FilmForms.Filled("Link", _draft, _key);
        (form["Form.Title"], form["Form.Mobile"]) = ("一", "12345");
        form.Remove("Form.AgreeTruth");

        var answer = await SubmitAsync(form);

        var page = WebUtility.HtmlDecode(answer.Html);
        Assert.Contains("还差 3 处就能提交", page, StringComparison.Ordinal);
        foreach (var code in new[] { "title-length", "mobile-invalid", "consent-needed" })
            Assert.Contains(RefusalTexts.Of(code), page, StringComparison.Ordinal);
        foreach (var typed in new[] { form["Form.Text"], "12345", $"{_draft}", _key })
            Assert.Contains(typed, page, StringComparison.Ordinal);
        Assert.Contains("data-posted=\"yes\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_film_within_the_form_arrives_and_its_receipt_names_it()
    {
        var film = TusClient.Bytes(100_000, 5);

        var receipt = await FilmForms.ReceiptAsync(_browser, await SendAsync(FilmForms.Filled("Film", _draft, _key), "龙舟赛.mp4", film));

        Assert.Contains("龙舟赛.mp4", receipt, StringComparison.Ordinal);
        Assert.Contains(TusClient.Sha256(film), receipt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_film_that_came_with_a_form_that_was_wrong_needs_not_come_again()
    {
        var form = FilmForms.Filled("Film", _draft, _key);
        form["Form.Title"] = "一";
        var film = TusClient.Bytes(5000, 6);
        var wrong = await SendAsync(form, "龙舟赛.mp4", film);
        form["Form.Title"] = "湘江边的龙舟";

        var receipt = await FilmForms.ReceiptAsync(_browser, await SubmitAsync(form));

        Assert.Contains(RefusalTexts.Of("title-length"), WebUtility.HtmlDecode(wrong.Html), StringComparison.Ordinal);
        Assert.Contains(TusClient.Sha256(film), receipt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_film_that_is_here_already_is_named_and_not_kept_twice()
    {
        var form = FilmForms.Filled("Film", _draft, _key);
        form["Form.Title"] = "一";
        var film = TusClient.Bytes(5000, 7);
        var wrong = WebUtility.HtmlDecode((await SendAsync(form, "龙舟赛.mp4", film)).Html);
        form["Form.Title"] = "湘江边的龙舟";

        var receipt = await FilmForms.ReceiptAsync(_browser, await SendAsync(form, "龙舟赛.mp4", film));

        Assert.Matches("(?s)已经收到，不用再选.*龙舟赛.mp4", wrong);
        Assert.Single(Regex.Matches(receipt, TusClient.Sha256(film)));
    }

    [Theory]
    [InlineData(false, "material-missing")]
    [InlineData(true, "length-invalid")]
    public async Task A_film_piece_without_a_film_says_so(bool empty, string code)
    {
        var form = FilmForms.Filled("Film", _draft, _key);

        var answer = empty ? await SendAsync(form, "空的.mp4", []) : await SubmitAsync(form);

        Assert.Contains(RefusalTexts.Of(code), WebUtility.HtmlDecode(answer.Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_browser_does_not_submit_this_ones_films_nor_see_them()
    {
        await SendAsync(FilmForms.Filled("Film", _draft, "wrong"), "龙舟赛.mp4", [1, 2, 3]); // the key is too short: the film is in the draft, no more
        using var stranger = new FormClient(fixture.Portal);

        var mine = await _browser.GetAsync($"/submit?handler=Films&draft={_draft}");
        var theirs = await stranger.GetAsync($"/submit?handler=Films&draft={_draft}");
        var answer = await stranger.PostAsync("/submit", FilmForms.Filled("Film", _draft, _key));

        Assert.Contains("\"settled\":false", mine.Html, StringComparison.Ordinal);
        Assert.Equal("[]", theirs.Html);
        Assert.Contains(RefusalTexts.Of("material-missing"), WebUtility.HtmlDecode(answer.Html), StringComparison.Ordinal);
    }

    private Task<Answer> SubmitAsync(Dictionary<string, string> form) => _browser.PostAsync("/submit", form);

    private Task<Answer> SendAsync(Dictionary<string, string> form, string name, byte[] film) =>
        FilmForms.SendAsync(_browser, "/submit", "/submit", form.Select(field => (field.Key, field.Value)), name, film);

    private async Task<Submission> PieceAsync(string number)
    {
        await using var db = fixture.Portal.Data.OpenDb();
        return await db.Submissions.SingleAsync(piece => piece.Number == number, Ct);
    }

    private static string Hidden(string name, string page) => Regex.Match(page, $"name=\"{name}\" value=\"([^\"]+)\"").Groups[1].Value;

    private static string Code(string page) => string.Concat(CodeGroup().Matches(CodeLine().Match(page).Value).Select(group => group.Groups[1].Value));

    [GeneratedRegex(@"ZX\d{6}-\d{4}")]
    private static partial Regex Number();

    [GeneratedRegex("<p class=\"code\".*?</p>")]
    private static partial Regex CodeLine();

    [GeneratedRegex("<span>(.*?)</span>")]
    private static partial Regex CodeGroup();
}
