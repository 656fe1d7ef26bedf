using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.FunctionalTests.Account;
using Zhizhuxia.FunctionalTests.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>电话代录: from the editor's form to the caller's consent.</summary>
public sealed partial class PhoneTests(DeskFixture desk) : IClassFixture<DeskFixture>
{
    private static readonly Guid Piece = Guid.CreateVersion7();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_caller_without_an_address_gets_the_link_by_hand_and_makes_the_piece_whole()
    {
        var id = await EnterAsync(("Form.Kind", "Link"), ("Form.LinkText", "https://v.douyin.com/iRNBho6u/"), ("Form.Mobile", "138 0013 8000"));
        var piece = await desk.SeeAsync(id, Ct);
        Assert.Equal((State.Review1, Channel.Phone, desk.Wang.Editor.Id, Verb.Enter, "王编辑"), (piece.State, piece.Channel, piece.EnteredBy, piece.History[0].Verb, piece.History[0].ActorName));
        Assert.Equal((piece.CreatedAt, "13800138000", null), (piece.SubmittedAt!.Value, piece.Contact!.Mobile, piece.Declarations)); // the clock runs from now
        Assert.Contains(Guards.Authorised, Workflow.Find(State.Review3, Verb.Pass).If); // what is missing stops 终审
        Assert.False(Guards.Authorised.Holds(new(piece, desk.Zhao.Actor, Decision.Plain, piece.CreatedAt)));
        var page = await desk.Wang.ReadAsync($"/desk/phone?entered={id}", Ct);
        Assert.Contains("<svg", page[page.IndexOf("hand-over", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("sms:13800138000?body=", page, StringComparison.Ordinal);

        var link = CompleteCode().Match(page).Groups[1].Value;
        using var reader = new FormClient(desk.Portal);
        Assert.Contains("您在电话里告诉我们的", WebUtility.HtmlDecode((await reader.PostAsync("/complete", new() { ["Receipt"] = link })).Html), StringComparison.Ordinal);
        var done = await FilmForms.SendAsync(reader, "/complete?handler=Done", "/complete", [("Receipt", link), ("draft", $"{Guid.CreateVersion7()}"), .. Completion()], "原片.mov", [1, 2, 3]);

        await FilmForms.ReceiptAsync(reader, done);
        var whole = await desk.SeeAsync(id, Ct);
        Assert.Equal((3, State.Review1, "13800138000", "原片.mov"), (whole.Consents.Count, whole.State, whole.Contact!.Mobile, Assert.Single(whole.Assets).FileName));
        Assert.True(Guards.Authorised.Holds(new(whole, desk.Zhao.Actor, Decision.Plain, piece.CreatedAt)));
        Assert.Contains("读者已经确认过了", await desk.Wang.ReadAsync($"/desk/phone?entered={id}", Ct), StringComparison.Ordinal);
        Assert.Contains(RefusalTexts.Of("complete-link-dead"), WebUtility.HtmlDecode((await reader.PostAsync("/complete", new() { ["Receipt"] = link })).Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_with_an_address_gets_the_link_by_mail()
    {
        var id = await EnterAsync(("Form.Kind", "Proposal"), ("Form.Email", "caller@example.org"));

        await using var db = desk.Portal.Data.OpenDb();
        var letter = await db.Letters.SingleAsync(row => row.SubmissionId == id, Ct);
        Assert.Equal((LetterKind.Received, "caller@example.org"), (letter.Kind, letter.To));
        Assert.Equal("想拍打铁铺的最后一炉火，周末师傅都在。", (await desk.SeeAsync(id, Ct)).ProposalText);
        Assert.Contains("链接已经写信寄到 caller@example.org", await desk.Wang.ReadAsync($"/desk/phone?entered={id}", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_typed_it_in_does_not_review_it_and_only_they_see_the_page_with_the_link()
    {
        var id = await EnterAsync(("Form.Mobile", "13800138000"));

        using var claim = await desk.Wang.PostAsync($"/desk/pieces/{id}", $"/desk/pieces/{id}?handler=Claim", Ct);
        Assert.Contains(RefusalTexts.Of("own-piece"), WebUtility.HtmlDecode(await claim.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
        using var other = await desk.Sun.PostAsync($"/desk/pieces/{id}", $"/desk/pieces/{id}?handler=Claim", Ct);

        Assert.Equal(HttpStatusCode.Redirect, other.StatusCode);
        Assert.DoesNotContain("hand-over", await desk.Li.ReadAsync($"/desk/phone?entered={id}", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_piece()
    {
        var id = Guid.CreateVersion7();
        await EnterAsync(id, ("Form.Mobile", "13800138000"));
        await EnterAsync(id, ("Form.Mobile", "13800138000"));

        Assert.Single((await desk.SeeAsync(id, Ct)).History);
    }

    [Fact]
    public async Task The_same_form_sent_at_one_moment_makes_one_piece_and_every_answer_leads_to_it()
    {
        for (var round = 0; round < 5; round++)
        {
            var id = Guid.CreateVersion7();

            await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => EnterAsync(id, ("Form.Mobile", "13800138000"))));

            Assert.Single((await desk.SeeAsync(id, Ct)).History);
        }
    }

    [Theory]
    [InlineData("Form.Name", "", "name-length")]
    [InlineData("Form.Mobile", "12345", "mobile-invalid")]
    [InlineData("Form.Mobile", "", "contact-missing")]
    [InlineData("Form.Title", "一", "title-length")]
    [InlineData("Form.Said", "太短", "said-length")]
    public async Task What_is_missing_is_named_and_nothing_is_lost(string field, string value, string code)
    {
        using var answer = await PostAsync(Piece, [("Form.Mobile", "13800138000"), (field, value)]);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));

        Assert.Contains(RefusalTexts.Of(code), page, StringComparison.Ordinal);
        if (field is not "Form.Title")
            Assert.Contains("value=\"打铁铺\"", page, StringComparison.Ordinal);
        await using var db = desk.Portal.Data.OpenDb();
        Assert.False(await db.Submissions.AnyAsync(row => row.Id == Piece, Ct));
    }

    [Fact]
    public async Task The_film_of_an_agreement_is_hung_on_by_staff_and_the_piece_is_read_anew()
    {
        var id = await EnterAsync(("Form.Mobile", "13800138000"));
        var draft = Guid.CreateVersion7();
        var address = $"/desk/pieces/{id}/films";

        using var none = await desk.Wang.PostAsync(address, address, Ct, ("draft", $"{draft}"));
        Assert.Contains(RefusalTexts.Of("film-missing"), WebUtility.HtmlDecode(await none.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Token().Match(await desk.Wang.ReadAsync(address, Ct)).Groups[1].Value), "__RequestVerificationToken" },
            { new StringContent($"{draft}"), "draft" }, { new ByteArrayContent([1, 2, 3]), "film", "一起拍的.mp4" },
        };
        using var done = await desk.Wang.Http.PostAsync(new Uri(address, UriKind.Relative), form, Ct);

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var piece = await desk.SeeAsync(id, Ct);
        Assert.Equal((State.Review1, Verb.Attach, "一起拍的.mp4"), (piece.State, piece.History[^1].Verb, Assert.Single(piece.Assets).FileName));
    }

    private async Task<Guid> EnterAsync(params (string, string)[] fields) => await EnterAsync(Guid.CreateVersion7(), fields);

    private async Task<Guid> EnterAsync(Guid id, params (string, string)[] fields)
    {
        using var answer = await PostAsync(id, fields);
        Assert.Equal($"/desk/phone?entered={id}", answer.Headers.Location?.OriginalString);
        return id;
    }

    /// <summary>Of two fields of one name the latter counts.</summary>
    private Task<HttpResponseMessage> PostAsync(Guid id, (string Name, string Value)[] fields)
    {
        var form = new Dictionary<string, string>
        {
            ["id"] = $"{id}", ["Form.Kind"] = "Proposal", ["Form.Name"] = "周师傅", ["Form.Title"] = "打铁铺", ["Form.Said"] = "想拍打铁铺的最后一炉火，周末师傅都在。",
        };
        foreach (var (name, value) in fields)
            form[name] = value;
        return desk.Wang.PostAsync("/desk/phone", "/desk/phone", Ct, [.. form.Select(field => (field.Key, field.Value))]);
    }

    private static IEnumerable<(string, string)> Completion() =>
    [
        ("Form.Origin", "Own"), ("Form.AiUse", "No"), ("Form.People", "AllAgreed"), ("Form.Minors", "None"), ("Form.PublishedBefore", "No"), ("Form.CreditWish", "None"),
        ("Form.Name", "周师傅"), ("Form.Age", "Adult"), ("Form.AgreeLicence", "true"), ("Form.AgreeTruth", "true"), ("Form.AgreePrivacy", "true"),
    ];

    [GeneratedRegex("/complete#([A-Za-z0-9_-]{43})")]
    private static partial Regex CompleteCode();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
