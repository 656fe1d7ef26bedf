using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>Several links in one call: each by itself, and the same call again gives the same.</summary>
public sealed class LinkBatchTests(SleepingPortal fixture) : IClassFixture<SleepingPortal>, IDisposable
{
    private readonly HttpClient _client = fixture.Portal.Client();
    private readonly string _key = Guid.NewGuid().ToString("N");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task What_can_be_taken_is_taken_and_the_rest_says_why()
    {
        var said = await LinkCalls.ExpectAsync(_client, 207, Mixed(), _key);

        Assert.Equal(2, said.GetProperty("accepted").GetInt32());
        Assert.Equal([202, 400, 202, 400], Results(said).Select(result => result.GetProperty("status").GetInt32()));
        Assert.Equal(["link-live"], Strings(Results(said)[1].GetProperty("problem").GetProperty("codes").GetProperty("linkText")));
        Assert.Equal(["title-length"], Strings(Results(said)[3].GetProperty("problem").GetProperty("codes").GetProperty("title")));
        await using var db = fixture.Portal.Data.OpenDb();
        var numbers = Numbers(said);
        Assert.Equal(2, await db.Submissions.CountAsync(piece => numbers.Contains(piece.Number!), Ct));
        Assert.Equal(0, await db.Submissions.CountAsync(piece => piece.Number == null, Ct)); // no half of a refused one
    }

    [Fact]
    public async Task The_same_batch_again_gives_the_same_results_and_no_piece_more()
    {
        var first = await LinkCalls.ExpectAsync(_client, 207, Mixed(), _key);
        var before = await CountAsync();

        var again = await LinkCalls.ExpectAsync(_client, 207, Mixed(), _key);

        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.Equal(before, await CountAsync());
    }

    /// <summary>Otherwise a partner who mends one link under the old key would hand in the others twice, or be told of them as new.</summary>
    [Fact]
    public async Task Another_batch_under_the_same_key_is_refused_whole()
    {
        await LinkCalls.ExpectAsync(_client, 207, Mixed(), _key);
        var before = await CountAsync();
        var mended = Mixed();
        mended["links"]![3]!["title"] = "改好的题目";

        var refused = await LinkCalls.ExpectAsync(_client, 422, mended, _key);

        Assert.Equal("idempotency-key-reused", refused.GetProperty("code").GetString());
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task A_batch_under_the_key_of_other_links_is_refused_even_if_they_stood_at_other_places()
    {
        var mixed = Mixed();
        await LinkCalls.ExpectAsync(_client, 207, mixed, _key);
        var before = await CountAsync();

        var refused = await LinkCalls.ExpectAsync(_client, 422, new JsonObject { ["links"] = new JsonArray(mixed["links"]![1]!.DeepClone()) }, _key); // only one that was not taken

        Assert.Equal("idempotency-key-reused", refused.GetProperty("code").GetString());
        Assert.Equal(before, await CountAsync());
    }

    /// <summary>Only the third of its links was taken: also then.</summary>
    [Fact]
    public async Task A_single_link_under_the_key_of_a_batch_is_refused_and_the_other_way_round()
    {
        await LinkCalls.ExpectAsync(_client, 207, Mixed(), _key);
        var (single, other) = (LinkCalls.Form("https://b23.tv/GIxeXkP"), Guid.NewGuid().ToString("N"));
        await LinkCalls.ExpectAsync(_client, 202, single, other);
        var before = await CountAsync();

        var afterBatch = await LinkCalls.ExpectAsync(_client, 422, single, _key);
        var afterSingle = await LinkCalls.ExpectAsync(_client, 422, LinkCalls.Batch(single), other);

        Assert.Equal(("idempotency-key-reused", "idempotency-key-reused"), (afterBatch.GetProperty("code").GetString(), afterSingle.GetProperty("code").GetString()));
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Fifty_are_taken_at_once_and_one_more_is_too_many()
    {
        var said = await LinkCalls.ExpectAsync(_client, 207, Many(50), _key);
        var refused = await LinkCalls.ExpectAsync(_client, 400, Many(51), Guid.NewGuid().ToString("N"));
        var none = await LinkCalls.ExpectAsync(_client, 400, LinkCalls.Batch(), Guid.NewGuid().ToString("N"));

        Assert.Equal(50, Numbers(said).Distinct().Count());
        Assert.Equal(("batch-size", "batch-size"), (refused.GetProperty("code").GetString(), none.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Racing_batches_with_one_key_make_each_piece_once()
    {
        var before = await CountAsync();

        var said = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => LinkCalls.ExpectAsync(_client, 207, Many(5), _key)));

        Assert.Single(said.Select(answer => answer.GetRawText()).Distinct());
        Assert.Equal(before + 5, await CountAsync());
    }

    [Theory]
    [InlineData("""{ "links": [ null ] }""", "request-malformed")]
    [InlineData("""{ "links": [ { "nonsense": 1 } ] }""", "request-malformed")]
    [InlineData("""{ "links": "all" }""", "request-malformed")]
    [InlineData("""{ "links": [], "title": "外面的题目" }""", "batch-mixed")]
    [InlineData("""{ "links": [ { "links": [] } ] }""", "request-malformed")]
    public async Task A_batch_that_is_none_is_a_problem(string body, string code)
    {
        var refused = await LinkCalls.ExpectAsync(_client, 400, JsonNode.Parse(body)!.AsObject(), _key);

        Assert.Equal(code, refused.GetProperty("code").GetString());
    }

    private static JsonObject Mixed()
    {
        var untitled = LinkCalls.Form("https://b23.tv/GIxeXkP");
        untitled["title"] = "一";
        return LinkCalls.Batch(LinkCalls.Form("https://v.douyin.com/iRNBho6u/"), LinkCalls.Form("https://live.bilibili.com/22"), LinkCalls.Form("https://example.org/x"), untitled);
    }

    private static JsonObject Many(int count) =>
        LinkCalls.Batch([.. Enumerable.Range(0, count).Select(number => LinkCalls.Form($"https://www.bilibili.com/video/av{1000 + number}"))]);

    private static List<JsonElement> Results(JsonElement said) => [.. said.GetProperty("results").EnumerateArray()];

    private static List<string> Numbers(JsonElement said) =>
        [.. Results(said).Where(result => result.GetProperty("status").GetInt32() == 202).Select(result => result.GetProperty("link").GetProperty("number").GetString()!)];

    private static IEnumerable<string?> Strings(JsonElement array) => array.EnumerateArray().Select(one => one.GetString());

    private async Task<int> CountAsync()
    {
        await using var db = fixture.Portal.Data.OpenDb();
        return await db.Submissions.CountAsync(Ct);
    }
}
