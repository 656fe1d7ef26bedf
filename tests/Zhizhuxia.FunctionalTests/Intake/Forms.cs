using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>Forms as JSON that nothing is wrong with; tests change what they are about.</summary>
internal static class Forms
{
    public static JsonObject Link() => Piece("link", new() { ["linkText"] = "7.43 复制打开抖音 https://v.douyin.com/iRNBho6u/ 湘江边的龙舟" });

    public static JsonObject Film(params string[] uploads) => Piece("film", new() { ["uploads"] = new JsonArray([.. uploads.Select(upload => (JsonNode)upload)]) });

    public static JsonObject Proposal() => With(
        new() { ["kind"] = "proposal", ["title"] = "打铁铺", ["proposalText"] = "想拍老街最后一家打铁铺，周末上午师傅都在。" }, Person());

    /// <summary>What an API client does.</summary>
    public static Task<HttpResponseMessage> SubmitAsync(HttpClient client, JsonObject form, string? key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/submissions") { Content = JsonContent.Create(form) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A submit that must go well.</summary>
    public static async Task<JsonElement> ReceiptAsync(HttpClient client, JsonObject form, string? key = null)
    {
        using var answer = await SubmitAsync(client, form, key ?? Guid.NewGuid().ToString("N"));
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode == 201, body);
        return JsonDocument.Parse(body).RootElement;
    }

    public static Task<HttpResponseMessage> LookUpAsync(HttpClient client, string? receipt) =>
        client.PostAsJsonAsync("/api/v1/status", new { receipt }, TestContext.Current.CancellationToken);

    private static JsonObject Piece(string kind, JsonObject material) => With(
        new()
        {
            ["kind"] = kind, ["title"] = "湘江边的龙舟", ["text"] = "端午节上午在湘江风光带拍的龙舟赛，鼓手是退休的老师傅。",
            ["origin"] = "own", ["aiUse"] = "no", ["people"] = "allAgreed", ["minors"] = "none", ["publishedBefore"] = "ownAccount",
            ["creditWish"] = "penName", ["creditName"] = "老街", ["otherCredits"] = "剪辑:谢慧",
        }, material, Person());

    private static JsonObject Person() => new()
    {
        ["name"] = "李女士", ["mobile"] = "138 0000 1234", ["email"] = "reader@example.org", ["age"] = "adult",
        ["agreeLicence"] = true, ["agreeTruth"] = true, ["agreePrivacy"] = true,
    };

    private static JsonObject With(JsonObject form, params JsonObject[] more)
    {
        foreach (var (name, value) in more.SelectMany(part => part.ToList()))
            form[name] = value?.DeepClone();
        return form;
    }
}
