using Microsoft.EntityFrameworkCore;
using Zhizhuxia.FunctionalTests.Uploads;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Intake;

public sealed class IdempotencyTests(SleepingPortal fixture) : IClassFixture<SleepingPortal>, IDisposable
{
    private const int Racers = 16;
    private readonly TusClient _client = new(fixture.Portal);
    private readonly string _key = Guid.NewGuid().ToString("N");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task The_same_key_gives_the_same_receipt()
    {
        var first = await Forms.ReceiptAsync(_client.Http, Forms.Link(), _key);
        var second = await Forms.ReceiptAsync(_client.Http, Forms.Link(), _key);

        Assert.Equal(first.GetRawText(), second.GetRawText());
    }

    [Fact]
    public async Task The_same_key_gives_the_same_receipt_after_a_restart()
    {
        await using var portal = await PortalProcess.StartAsync(null, Ct);
        using var client = portal.Client();
        var first = await Forms.ReceiptAsync(client, Forms.Proposal(), _key);
        await portal.KillAsync();
        await portal.StartAgainAsync(Ct);

        var second = await Forms.ReceiptAsync(client, Forms.Proposal(), _key);

        Assert.Equal(first.GetRawText(), second.GetRawText());
    }

    [Fact]
    public async Task Requests_that_race_with_one_key_make_one_piece()
    {
        var receipts = await Task.WhenAll(Enumerable.Range(0, Racers).Select(_ => Forms.ReceiptAsync(_client.Http, Forms.Link(), _key)));

        var receipt = Assert.Single(receipts.Select(receipt => receipt.GetRawText()).Distinct());
        await using var db = fixture.Portal.Data.OpenDb();
        var number = receipts[0].GetProperty("number").GetString();
        Assert.Equal(1, await db.Submissions.CountAsync(piece => piece.Number == number, Ct));
        Assert.NotEmpty(receipt);
    }

    [Fact]
    public async Task Requests_that_race_for_one_draft_with_one_key_make_one_piece()
    {
        var path = await _client.UploadAsync(Guid.CreateVersion7(), TusClient.Bytes(100, 1));

        var receipts = await Task.WhenAll(Enumerable.Range(0, Racers).Select(_ => Forms.ReceiptAsync(_client.Http, Forms.Film(path), _key)));

        Assert.Single(receipts.Select(receipt => receipt.GetRawText()).Distinct());
    }

    [Fact]
    public async Task Requests_that_race_for_one_draft_with_different_keys_make_one_piece()
    {
        var draft = Guid.CreateVersion7();
        var path = await _client.UploadAsync(draft, TusClient.Bytes(100, 2));

        var answers = await Task.WhenAll(Enumerable.Range(0, Racers).Select(racer => Forms.SubmitAsync(_client.Http, Forms.Film(path), $"{_key}{racer:D4}")));

        Assert.Equal(1, answers.Count(answer => (int)answer.StatusCode == 201));
        Assert.All(answers.Where(answer => !answer.IsSuccessStatusCode), answer => Assert.Equal(409, (int)answer.StatusCode));
        await using var db = fixture.Portal.Data.OpenDb();
        var piece = await db.Aggregate().SingleAsync(piece => piece.Id == draft, Ct);
        Assert.Equal((State.Review1, 1), (piece.State, piece.History.Count));
    }

    [Fact]
    public async Task A_key_that_was_used_for_something_else_is_refused()
    {
        await Forms.ReceiptAsync(_client.Http, Forms.Link(), _key);
        var other = Forms.Link();
        other["title"] = "另一个题目";

        using var answer = await Forms.SubmitAsync(_client.Http, other, _key);

        await Refused.WithAsync(422, "idempotency-key-reused", answer);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("short")]
    [InlineData("fifteen-letters")]
    public async Task A_missing_or_short_key_is_refused(string? key)
    {
        using var answer = await Forms.SubmitAsync(_client.Http, Forms.Link(), key);

        await Refused.WithAsync(400, "idempotency-key-invalid", answer);
    }

    [Fact]
    public async Task A_submitted_draft_is_not_submitted_again_under_another_key()
    {
        var path = await _client.UploadAsync(Guid.CreateVersion7(), TusClient.Bytes(100, 3));
        await Forms.ReceiptAsync(_client.Http, Forms.Film(path), _key);

        using var answer = await Forms.SubmitAsync(_client.Http, Forms.Film(path), Guid.NewGuid().ToString("N"));

        await Refused.WithAsync(409, "already-submitted", answer);
    }

    [Fact]
    public async Task A_form_that_was_refused_may_be_sent_again_with_its_key()
    {
        var form = Forms.Link();
        form["title"] = "一";
        using var refused = await Forms.SubmitAsync(_client.Http, form, _key);
        Assert.Equal(400, (int)refused.StatusCode);

        var receipt = await Forms.ReceiptAsync(_client.Http, Forms.Link(), _key);

        Assert.NotNull(receipt.GetProperty("number").GetString());
    }

    [Fact]
    public async Task An_hours_submits_are_counted()
    {
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Limits:SubmitsPerHour"] = "2" }, Ct);
        using var client = portal.Client();
        await Forms.ReceiptAsync(client, Forms.Link());
        await Forms.ReceiptAsync(client, Forms.Link());

        using var third = await Forms.SubmitAsync(client, Forms.Link(), _key);

        await Refused.WithAsync(429, "too-many-requests", third);
    }
}
