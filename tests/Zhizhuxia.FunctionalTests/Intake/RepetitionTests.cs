using System.Text.Json.Nodes;
using Zhizhuxia.Accounts;
using Zhizhuxia.Data;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>A call that comes again with its key: its answer is there already, so it takes nothing from the sender's allowance and needs none.</summary>
public sealed class RepetitionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string NewKey => Guid.NewGuid().ToString("N");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_repetition_gets_its_former_answer_whatever_is_left(bool partner)
    {
        await using var portal = await StartAsync("3");
        using var client = portal.Client();
        var key = partner ? (await LinkCalls.AddKeyAsync(portal, ApiScope.LinksWrite)).Key : null;
        var (one, many) = (NewKey, NewKey);
        var single = await LinkCalls.ExpectAsync(client, 202, Forms.Link(), one, key);
        for (var again = 0; again < 4; again++)
            Assert.Equal(single.GetRawText(), (await LinkCalls.ExpectAsync(client, 202, Forms.Link(), one, key)).GetRawText());

        var batch = await LinkCalls.ExpectAsync(client, 207, Batch(2), many, key); // the four above took nothing
        for (var again = 0; again < 4; again++)
            Assert.Equal(batch.GetRawText(), (await LinkCalls.ExpectAsync(client, 207, Batch(2), many, key)).GetRawText());

        if (!partner) // whose minute may be over on a slow machine
            await LinkCalls.ExpectAsync(client, 429, Forms.Link(), NewKey);
        Assert.Equal(single.GetRawText(), (await LinkCalls.ExpectAsync(client, 202, Forms.Link(), one, key)).GetRawText());
    }

    [Fact]
    public async Task A_key_that_is_known_opens_the_door_to_its_own_piece_only()
    {
        await using var portal = await StartAsync("2");
        using var client = portal.Client();
        var (one, many) = (NewKey, NewKey);
        await LinkCalls.ExpectAsync(client, 202, Forms.Link(), one);
        await LinkCalls.ExpectAsync(client, 202, Forms.Link(), NewKey);

        using var asBatch = await LinkCalls.SendAsync(client, Batch(2), one);
        await LinkCalls.ExpectAsync(client, 422, LinkCalls.Form("https://b23.tv/GIxeXkP"), one);
        using var unknown = await LinkCalls.SendAsync(client, Batch(1), many);

        await Refused.WithAsync(422, "idempotency-key-reused", asBatch); // which no waiting mends
        await Refused.WithAsync(429, "too-many-requests", unknown);
    }

    [Fact]
    public async Task A_film_and_a_proposal_are_repeated_as_a_link_is()
    {
        await using var portal = await StartAsync("2");
        using var tus = new Uploads.TusClient(portal);
        var path = await tus.UploadAsync(Guid.CreateVersion7(), Uploads.TusClient.Bytes(100, 1));
        var (film, proposal) = (NewKey, NewKey);
        var sent = await Forms.ReceiptAsync(tus.Http, Forms.Film(path), film);
        await Forms.ReceiptAsync(tus.Http, Forms.Film(path), film);
        var proposed = await Forms.ReceiptAsync(tus.Http, Forms.Proposal(), proposal);

        Assert.Equal(sent.GetRawText(), (await Forms.ReceiptAsync(tus.Http, Forms.Film(path), film)).GetRawText());
        Assert.Equal(proposed.GetRawText(), (await Forms.ReceiptAsync(tus.Http, Forms.Proposal(), proposal)).GetRawText());
    }

    [Fact]
    public async Task What_was_refused_counts_and_who_is_over_hears_how_long()
    {
        await using var portal = await StartAsync("2");
        using var client = portal.Client();
        for (var sent = 0; sent < 2; sent++)
            await LinkCalls.ExpectAsync(client, 400, LinkCalls.Form("明天再发"), NewKey);

        using var third = await LinkCalls.SendAsync(client, Forms.Link(), NewKey);

        await Refused.WithAsync(429, "too-many-requests", third);
        var least = TestDatabase.Kind is DatabaseKind.Postgres ? TimeSpan.FromSeconds(1) : TimeSpan.FromMinutes(30); // there by the clock's hour, here since the first
        Assert.InRange(third.Headers.RetryAfter!.Delta!.Value, least, TimeSpan.FromMinutes(61));
    }

    private static Task<PortalProcess> StartAsync(string most) => PortalProcess.StartAsync(
        new Dictionary<string, string> { ["Limits:SubmitsPerHour"] = most, ["Limits:SubmitsPerKeyAndMinute"] = most, ["Jobs:Run"] = "None" }, Ct);

    private static JsonObject Batch(int count) => LinkCalls.Batch([.. Enumerable.Range(0, count).Select(_ => Forms.Link())]);
}
