using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Zhizhuxia.Accounts;
using Zhizhuxia.Intake;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>What a partner's program does.</summary>
internal static class LinkCalls
{
    public const string Path = "/api/v1/submissions/links";

    /// <summary>A form with this address in it.</summary>
    public static JsonObject Form(string pasted)
    {
        var form = Forms.Link();
        form["linkText"] = pasted;
        return form;
    }

    public static JsonObject Batch(params JsonObject[] forms) => new() { ["links"] = new JsonArray([.. forms]) };

    public static async Task<HttpResponseMessage> SendAsync(HttpClient client, JsonObject body, string idempotencyKey, string? apiKey = null, string path = Path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        if (apiKey is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A call with this status; its JSON.</summary>
    public static async Task<JsonElement> ExpectAsync(HttpClient client, int status, JsonObject body, string idempotencyKey, string? apiKey = null)
    {
        using var answer = await SendAsync(client, body, idempotencyKey, apiKey);
        var said = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode == status, said);
        return JsonDocument.Parse(said).RootElement;
    }

    /// <summary>A key put straight into the portal's database.</summary>
    public static async Task<(ApiKey Row, string Key)> AddKeyAsync(PortalProcess portal, params ApiScope[] scopes)
    {
        var key = ApiKeyCodes.New();
        await using var scope = portal.Data.Scope();
        var codes = (ApiKeyCodes)scope.ServiceProvider.GetService(typeof(ApiKeyCodes))!;
        var row = new ApiKey
        {
            Id = Guid.CreateVersion7(), Partner = "市文旅局", Beginning = key[..ApiKey.ShownLength], Hash = codes.HashOf(key), Scopes = scopes,
            CreatedAt = TimeProvider.System.GetUtcNow(), CreatedBy = "周管理",
        };
        await using var db = portal.Data.OpenDb();
        db.ApiKeys.Add(row);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return (row, key);
    }
}
