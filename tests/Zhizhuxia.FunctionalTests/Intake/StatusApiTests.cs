using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.FunctionalTests.Uploads;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Intake;

public sealed class StatusApiTests(SleepingPortal fixture) : IClassFixture<SleepingPortal>, IDisposable
{
    private readonly TusClient _client = new(fixture.Portal);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_receipt_opens_its_piece_however_it_is_typed()
    {
        var path = await _client.UploadAsync(Guid.CreateVersion7(), TusClient.Bytes(100, 1), "龙舟.mp4");
        var receipt = await Forms.ReceiptAsync(_client.Http, Forms.Film(path));
        var code = receipt.GetProperty("receipt").GetString()!;

        foreach (var typed in new[] { code, Receipt.Grouped(code).ToLowerInvariant(), $"  {code.Replace('0', 'o').Replace('1', 'l')} " })
        {
            var status = await StatusAsync(typed);
            Assert.Equal(receipt.GetProperty("number").GetString(), status.GetProperty("number").GetString());
            Assert.Equal("已收到", status.GetProperty("word").GetString());
            Assert.Equal(["已收到您的投稿"], status.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("words").GetString()));
            var file = status.GetProperty("files")[0];
            Assert.Equal(("龙舟.mp4", true), (file.GetProperty("name").GetString(), file.GetProperty("busy").GetBoolean()));
            Assert.Equal(TimeSpan.FromDays(15), status.GetProperty("answerDue").GetDateTimeOffset() - status.GetProperty("submittedAt").GetDateTimeOffset());
            Assert.True(status.GetProperty("canWithdraw").GetBoolean());
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ZX261122-0031")]
    [InlineData("000000000000000000000000")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_opens_nothing_says_so(string? typed)
    {
        using var answer = await Forms.LookUpAsync(_client.Http, typed);

        await Refused.WithAsync(404, typed?.Length == 43 ? "answer-link-dead" : "receipt-unknown", answer);
    }

    [Fact]
    public async Task Ten_looks_a_minute_are_enough()
    {
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Limits:ReceiptsPerMinute"] = "10" }, Ct);
        using var client = portal.Client();
        for (var look = 0; look < 10; look++)
        {
            // By body or by header: whoever tries codes has ten tries, not ten of each.
            using var answer = look % 2 == 0 ? await Forms.LookUpAsync(client, "000000000000000000000000") : await ShowAsync(client, "000000000000000000000000");
            await Refused.WithAsync(404, "receipt-unknown", answer);
        }

        using var eleventh = await ShowAsync(client, "000000000000000000000000");

        await Refused.WithAsync(429, "too-many-requests", eleventh);
    }

    [Theory]
    [InlineData("1234")]
    [InlineData("13800001234")]
    [InlineData(" Reader@Example.org ")]
    public async Task The_reader_withdraws_by_receipt_and_what_only_the_reader_knows(string known)
    {
        var code = (await Forms.ReceiptAsync(_client.Http, Forms.Link())).GetProperty("receipt").GetString()!;
        await using var scope = fixture.Portal.Data.Scope();
        var withdraw = scope.ServiceProvider.GetRequiredService<Withdraw>();

        foreach (var wrong in new[] { null, "", "4321", "reader@example.com" })
            Assert.Equal("second-factor-wrong", (await Assert.ThrowsAsync<RefusedException>(() => withdraw.RunAsync(code, wrong, Ct))).Code);
        await withdraw.RunAsync(code, known, Ct);

        var status = await StatusAsync(code);
        Assert.Equal(("已撤回", false), (status.GetProperty("word").GetString(), status.GetProperty("canWithdraw").GetBoolean()));
        Assert.Equal("已按您的要求撤回", status.GetProperty("steps")[1].GetProperty("words").GetString());
        await using var db = fixture.Portal.Data.OpenDb();
        var number = status.GetProperty("number").GetString();
        var piece = await db.Submissions.Include(piece => piece.Letters).SingleAsync(piece => piece.Number == number, Ct);
        Assert.Contains(piece.Letters, letter => letter.Kind is LetterKind.Withdrawn);
        Assert.Equal("not-possible-now", (await Assert.ThrowsAsync<RefusedException>(() => withdraw.RunAsync(code, known, Ct))).Code);
    }

    [Fact]
    public async Task No_receipt_and_no_name_stands_in_the_log()
    {
        var code = (await Forms.ReceiptAsync(_client.Http, Forms.Link())).GetProperty("receipt").GetString()!;
        await StatusAsync(code);

        Assert.DoesNotContain(fixture.Portal.Output, line =>
            line.Contains(code, StringComparison.OrdinalIgnoreCase) || line.Contains("李女士", StringComparison.Ordinal) || line.Contains("13800001234", StringComparison.Ordinal));
    }

    /// <summary>The status address of a link's answer is one that a GET works on.</summary>
    [Fact]
    public async Task Where_an_answer_leads_a_receipt_in_a_header_opens_its_piece()
    {
        using var sent = await LinkCalls.SendAsync(_client.Http, Forms.Link(), Guid.NewGuid().ToString("N"));
        var said = JsonDocument.Parse(await sent.Content.ReadAsStringAsync(Ct)).RootElement;
        var code = said.GetProperty("receipt").GetString()!;

        using var shown = await ShowAsync(_client.Http, Receipt.Grouped(code).ToLowerInvariant(), sent.Headers.Location);
        using var without = await _client.Http.GetAsync(sent.Headers.Location, Ct);
        using var wrong = await ShowAsync(_client.Http, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", sent.Headers.Location);

        Assert.Equal(said.GetProperty("status").GetString(), sent.Headers.Location!.OriginalString);
        Assert.Equal((await StatusAsync(code)).GetRawText(), await shown.Content.ReadAsStringAsync(Ct));
        await Refused.WithAsync(400, "receipt-missing", without);
        await Refused.WithAsync(404, "answer-link-dead", wrong);
    }

    private static async Task<HttpResponseMessage> ShowAsync(HttpClient client, string code, Uri? address = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address ?? new("/api/v1/status", UriKind.Relative));
        request.Headers.Add("Receipt", code);
        return await client.SendAsync(request, Ct);
    }

    private async Task<JsonElement> StatusAsync(string typed)
    {
        using var answer = await Forms.LookUpAsync(_client.Http, typed);
        var body = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.IsSuccessStatusCode, body);
        return JsonDocument.Parse(body).RootElement;
    }
}
