using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Accounts;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>Partners with a key: known by it, held to its scopes, with an allowance of their own.</summary>
public sealed class ApiKeyTests(SleepingPortal fixture) : IClassFixture<SleepingPortal>, IDisposable
{
    private readonly HttpClient _client = fixture.Portal.Client();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string NewKey => Guid.NewGuid().ToString("N");

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_piece_remembers_which_partner_handed_it_in_and_the_key_when_it_was_used()
    {
        var (row, key) = await LinkCalls.AddKeyAsync(fixture.Portal, ApiScope.LinksWrite);

        var said = await LinkCalls.ExpectAsync(_client, 202, Forms.Link(), NewKey, key);

        await using var db = fixture.Portal.Data.OpenDb();
        var number = said.GetProperty("number").GetString();
        var piece = await db.Submissions.SingleAsync(piece => piece.Number == number, Ct);
        Assert.Equal((Channel.Api, row.Id), (piece.Channel, piece.ApiKeyId));
        await using var scope = fixture.Portal.Data.Scope();
        Assert.Equal("市文旅局", (await scope.ServiceProvider.GetRequiredService<ReadPiece>().RunAsync(piece.Id, Ct))!.Partner); // what the desk shows
        Assert.NotNull((await db.ApiKeys.SingleAsync(found => found.Id == row.Id, Ct)).LastUsedAt);
    }

    [Fact]
    public async Task Two_partners_with_one_idempotency_key_do_not_meet()
    {
        var (_, first) = await LinkCalls.AddKeyAsync(fixture.Portal, ApiScope.LinksWrite);
        var (_, second) = await LinkCalls.AddKeyAsync(fixture.Portal, ApiScope.LinksWrite);
        var idempotencyKey = NewKey;

        var answers = new[]
        {
            await LinkCalls.ExpectAsync(_client, 202, Forms.Link(), idempotencyKey, first), await LinkCalls.ExpectAsync(_client, 202, Forms.Link(), idempotencyKey, second),
            await LinkCalls.ExpectAsync(_client, 202, Forms.Link(), idempotencyKey),
        };

        Assert.Equal(3, answers.Select(said => said.GetProperty("number").GetString()).Distinct().Count());
    }

    [Theory]
    [InlineData("zzx_nobodys", "Bearer zzx_nobodys")]
    [InlineData("no scheme", "Basic enp4Og==")]
    [InlineData("empty", "Bearer ")]
    public async Task A_key_that_is_none_is_refused_and_not_taken_for_a_stranger(string what, string header)
    {
        Assert.NotEmpty(what);
        using var request = new HttpRequestMessage(HttpMethod.Post, LinkCalls.Path) { Content = JsonContent.Create(Forms.Link()) };
        request.Headers.Add("Idempotency-Key", NewKey);
        request.Headers.TryAddWithoutValidation("Authorization", header);

        using var answer = await _client.SendAsync(request, Ct);

        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        await Refused.WithAsync(401, "api-key-invalid", answer);
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing_from_then_on()
    {
        var (row, key) = await LinkCalls.AddKeyAsync(fixture.Portal, ApiScope.LinksWrite);
        await LinkCalls.ExpectAsync(_client, 202, Forms.Link(), NewKey, key);
        await using (var db = fixture.Portal.Data.OpenDb())
            await db.ApiKeys.Where(found => found.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(found => found.RevokedAt, TimeProvider.System.GetUtcNow()), Ct);

        using var answer = await LinkCalls.SendAsync(_client, Forms.Link(), NewKey, key);

        await Refused.WithAsync(401, "api-key-invalid", answer);
    }

    [Fact]
    public async Task A_key_opens_what_its_scopes_say()
    {
        var (_, links) = await LinkCalls.AddKeyAsync(fixture.Portal, ApiScope.LinksWrite);
        var (_, pieces) = await LinkCalls.AddKeyAsync(fixture.Portal, ApiScope.SubmissionsWrite);

        using var wrong = await LinkCalls.SendAsync(_client, Forms.Link(), NewKey, pieces);
        using var alsoWrong = await LinkCalls.SendAsync(_client, Forms.Link(), NewKey, links, "/api/v1/submissions");
        using var right = await LinkCalls.SendAsync(_client, Forms.Link(), NewKey, pieces, "/api/v1/submissions");

        await Refused.WithAsync(403, "api-key-scope", wrong);
        await Refused.WithAsync(403, "api-key-scope", alsoWrong);
        Assert.Equal(HttpStatusCode.Created, right.StatusCode);
    }

    [Fact]
    public async Task Anybody_has_less_than_a_partner_and_a_batch_weighs_as_much_as_its_links()
    {
        await using var portal = await PortalProcess.StartAsync(
            new Dictionary<string, string> { ["Limits:SubmitsPerHour"] = "3", ["Limits:SubmitsPerKeyAndMinute"] = "5", ["Jobs:Run"] = "None" }, Ct);
        using var client = portal.Client();
        var (_, key) = await LinkCalls.AddKeyAsync(portal, ApiScope.LinksWrite);

        var tooMany = await LinkCalls.ExpectAsync(client, 400, Batch(4), NewKey);
        await LinkCalls.ExpectAsync(client, 207, Batch(2), NewKey);
        using var stranger = await LinkCalls.SendAsync(client, Batch(2), NewKey);
        await LinkCalls.ExpectAsync(client, 207, Batch(5), NewKey, key);
        using var partner = await LinkCalls.SendAsync(client, Forms.Link(), NewKey, key);

        Assert.Equal("batch-size", tooMany.GetProperty("code").GetString());
        await Refused.WithAsync(429, "too-many-requests", stranger);
        await Refused.WithAsync(429, "too-many-requests", partner);
    }

    private static JsonObject Batch(int count) => LinkCalls.Batch([.. Enumerable.Range(0, count).Select(_ => Forms.Link())]);
}
