using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.FunctionalTests.Uploads;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>投稿 by JSON, with jobs asleep so that nothing judges the films of these tests.</summary>
public sealed class SubmitApiTests(SleepingPortal fixture) : IClassFixture<SleepingPortal>, IDisposable
{
    private readonly TusClient _client = new(fixture.Portal);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_link_gets_a_receipt_and_everything_is_on_record()
    {
        var receipt = await Forms.ReceiptAsync(_client.Http, Forms.Link());

        Assert.Matches("^ZX[0-9]{6}-[0-9]{4}$", receipt.GetProperty("number").GetString());
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{24}$", receipt.GetProperty("receipt").GetString());
        Assert.Equal(3, receipt.GetProperty("consents").GetArrayLength());
        Assert.Contains("授权", receipt.GetProperty("consents")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        var piece = await PieceAsync(receipt.GetProperty("number").GetString()!);
        Assert.Equal((State.Review1, Channel.Api, SubmissionKind.Link), (piece.State, piece.Channel, piece.Kind));
        Assert.Equal(("13800001234", "reader@example.org"), (piece.Contact!.Mobile, piece.Contact.Email));
        Assert.Equal("摄影:老街 剪辑:谢慧", Credits.Print(piece.Credits));
        Assert.Equal([(1, Verb.Submit)], piece.History.Select(step => (step.Number, step.Verb)));
        Assert.Equal(ConsentTexts.Version, piece.Consents[0].TextVersion);
        await using var db = fixture.Portal.Data.OpenDb();
        Assert.Equal(LetterKind.Received, (await db.Letters.SingleAsync(letter => letter.SubmissionId == piece.Id, Ct)).Kind);
        Assert.True(await db.Jobs.AnyAsync(job => job.SubmissionId == piece.Id && job.Kind == JobKind.SendMail, Ct));
        Assert.DoesNotContain(receipt.GetProperty("receipt").GetString()!, piece.ReceiptHash!, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_proposal_gets_a_receipt()
    {
        var receipt = await Forms.ReceiptAsync(_client.Http, Forms.Proposal());

        var piece = await PieceAsync(receipt.GetProperty("number").GetString()!);
        Assert.Equal((SubmissionKind.Proposal, "想拍老街最后一家打铁铺，周末上午师傅都在。"), (piece.Kind, piece.ProposalText));
        Assert.Equal(new(null, null, null, null, null, null, null, AgeGroup.Adult), piece.Declarations); // nothing had been filmed, nothing was asked
    }

    [Fact]
    public async Task Films_are_submitted_by_their_uploads_and_the_receipt_names_them()
    {
        var draft = Guid.CreateVersion7();
        var films = new[] { TusClient.Bytes(5000, 1), TusClient.Bytes(6000, 2) };
        var paths = new[] { await _client.UploadAsync(draft, films[0], "一.mp4"), await _client.UploadAsync(draft, films[1], "二.mov") };

        var receipt = await Forms.ReceiptAsync(_client.Http, Forms.Film(paths));

        Assert.Equal(
            [("一.mp4", 5000L, TusClient.Sha256(films[0])), ("二.mov", 6000L, TusClient.Sha256(films[1]))],
            receipt.GetProperty("files").EnumerateArray().Select(file =>
                (file.GetProperty("name").GetString()!, file.GetProperty("size").GetInt64(), file.GetProperty("sha256").GetString()!)));
        foreach (var path in paths)
        {
            using var head = await _client.HeadAsync(path);
            Assert.Equal(410, (int)head.StatusCode); // what is submitted is not the browser's any more
        }
        using var more = await _client.PostAsync(draft, "5");
        await Refused.WithAsync(410, "upload-gone", more);
    }

    [Fact]
    public async Task A_film_that_is_still_coming_cannot_be_submitted()
    {
        var path = await _client.CreateAsync(Guid.CreateVersion7(), 10);

        using var answer = await Forms.SubmitAsync(_client.Http, Forms.Film(path), Key());

        await Refused.WithAsync(409, "upload-unfinished", answer);
    }

    [Fact]
    public async Task Uploads_must_be_all_of_one_draft_of_this_client()
    {
        var draft = Guid.CreateVersion7();
        var one = await _client.UploadAsync(draft, [1, 2, 3]);
        await _client.UploadAsync(draft, [4, 5, 6]);
        var elsewhere = await _client.UploadAsync(Guid.CreateVersion7(), [7]);
        using var stranger = fixture.Portal.Client();

        using var incomplete = await Forms.SubmitAsync(_client.Http, Forms.Film(one), Key());
        using var mixed = await Forms.SubmitAsync(_client.Http, Forms.Film(one, elsewhere), Key());
        using var others = await Forms.SubmitAsync(stranger, Forms.Film(elsewhere), Key());
        using var none = await Forms.SubmitAsync(_client.Http, Forms.Film(), Key());

        await Refused.WithAsync(409, "uploads-incomplete", incomplete);
        await Refused.WithAsync(409, "uploads-unknown", mixed);
        await Refused.WithAsync(409, "uploads-unknown", others);
        await Refused.WithAsync(409, "material-missing", none);
    }

    [Fact]
    public async Task Every_field_that_is_wrong_is_named_with_its_sentence()
    {
        var form = Forms.Link();
        form["title"] = "一";
        form["mobile"] = "12345";
        form["linkText"] = "没有网址";
        form["agreeTruth"] = false;
        form.Remove("aiUse");

        using var answer = await Forms.SubmitAsync(_client.Http, form, Key());

        var problem = await Refused.WithAsync(400, "form-invalid", answer);
        Assert.Equal(
            ["linkText: link-missing", "title: title-length", "aiUse: choose-one", "mobile: mobile-invalid", "agreeTruth: consent-needed"],
            problem.GetProperty("codes").EnumerateObject().Select(field => $"{field.Name}: {field.Value[0].GetString()}"));
        Assert.Equal("标题要 2 到 40 个字。", problem.GetProperty("errors").GetProperty("title")[0].GetString());
    }

    [Theory]
    [InlineData("""{"kind":"link","titel":"x"}""")]
    [InlineData("""{"kind":"link","kind":"film"}""")]
    [InlineData("""{"kind":"movie"}""")]
    [InlineData("""{"kind":1}""")]
    [InlineData("""{"title":["x"]}""")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("")]
    public async Task What_is_no_such_request_is_refused_with_the_place(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/submissions") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", Key());

        using var answer = await _client.SendAsync(request);

        await Refused.WithAsync(400, "request-malformed", answer);
    }

    [Fact]
    public async Task Another_content_type_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/submissions") { Content = new StringContent("{}", MediaTypeHeaderValue.Parse("text/plain")) };

        using var answer = await _client.SendAsync(request);

        await Refused.WithAsync(415, "content-type-invalid", answer);
    }

    [Fact]
    public async Task Under_fourteen_only_the_guardian_submits_and_under_eighteen_the_guardian_agrees()
    {
        JsonObject child = Forms.Link(), youth = Forms.Link(), agreed = Forms.Link();
        child["age"] = "under14";
        (youth["age"], agreed["age"], agreed["agreeGuardian"]) = ("from14To17", "from14To17", true);

        using var first = await Forms.SubmitAsync(_client.Http, child, Key());
        using var second = await Forms.SubmitAsync(_client.Http, youth, Key());
        var receipt = await Forms.ReceiptAsync(_client.Http, agreed);

        Assert.Equal("guardian-form-needed", (await Refused.WithAsync(400, "form-invalid", first)).GetProperty("codes").GetProperty("age")[0].GetString());
        Assert.Equal("guardian-consent-needed", (await Refused.WithAsync(400, "form-invalid", second)).GetProperty("codes").GetProperty("agreeGuardian")[0].GetString());
        Assert.Equal(4, receipt.GetProperty("consents").GetArrayLength());
    }

    [Fact]
    public async Task Another_sites_page_submits_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/submissions");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var answer = await _client.SendAsync(request);

        Assert.Equal(403, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_document_shows_both_endpoints_with_examples()
    {
        var text = await _client.Http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Ct);

        var paths = JsonNode.Parse(text)!["paths"]!;
        foreach (var path in new[] { "/api/v1/submissions", "/api/v1/status" })
            Assert.NotNull(paths[path]!["post"]!["requestBody"]!["content"]!["application/json"]!["example"]);
        var film = paths["/api/v1/submissions"]!["post"]!["description"]!.GetValue<string>();
        Assert.All(["Upload-Metadata", "draft", "filename", "zzx-upload", "Upload-Offset"], word => Assert.Contains(word, film, StringComparison.Ordinal));
        Assert.DoesNotContain(paths.AsObject(), path => path.Key.StartsWith("/files", StringComparison.Ordinal));
    }

    private static string Key() => Guid.NewGuid().ToString("N");

    private async Task<Submission> PieceAsync(string number)
    {
        await using var db = fixture.Portal.Data.OpenDb();
        return await db.Aggregate().SingleAsync(piece => piece.Number == number, Ct);
    }
}
