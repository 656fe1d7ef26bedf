using System.Text.Json.Nodes;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>The fields of the interface, as its document explains them.</summary>
public sealed class ApiFieldsTests(SleepingPortal fixture) : IClassFixture<SleepingPortal>, IDisposable
{
    private readonly HttpClient _client = fixture.Portal.Client();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    /// <summary>Partners read it in Chinese.</summary>
    [Fact]
    public async Task Every_field_is_explained()
    {
        var document = await DocumentAsync();
        var bodies = document["paths"]!.AsObject().Where(path => path.Value!["post"] is not null).Select(path => (path.Key, Schema: BodyOf(path.Value!["post"]!)));
        var unsaid = document["components"]!["schemas"]!.AsObject().Select(named => (named.Key, Schema: named.Value!)).Concat(bodies).SelectMany(named => Unsaid(named.Key, named.Schema));

        Assert.Empty(unsaid);
    }

    [Fact]
    public async Task What_an_empty_form_is_sent_back_for_is_what_the_document_says_is_needed()
    {
        var body = BodyOf((await DocumentAsync())["paths"]![LinkCalls.Path]!["post"]!);
        var needed = Names(body["properties"]!["links"]!["items"]!["required"]!);

        var refused = await LinkCalls.ExpectAsync(_client, 400, [], Guid.NewGuid().ToString("N"));

        Assert.Equal(refused.GetProperty("codes").EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal), [.. needed.Append("mobile").Order(StringComparer.Ordinal)]);
        Assert.Equal(needed, Names(body["anyOf"]![1]!["required"]!));
    }

    private async Task<JsonNode> DocumentAsync() => JsonNode.Parse(await _client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Ct))!;

    private static JsonNode BodyOf(JsonNode operation) => operation["requestBody"]!["content"]!["application/json"]!["schema"]!;

    private static IReadOnlyList<string> Names(JsonNode list) => [.. list.AsArray().Select(name => (string)name!)];

    private static IEnumerable<string> Unsaid(string name, JsonNode schema)
    {
        if (!IsChinese(schema["description"]))
            yield return name;
        foreach (var (field, property) in schema["properties"]?.AsObject() ?? [])
        {
            var said = property!["oneOf"]?.AsArray().Select(one => one!["description"]).FirstOrDefault(words => words is not null) ?? property["description"];
            if (!IsChinese(said))
                yield return $"{name}.{field}";
            if (property["items"]?["properties"] is not null)
                foreach (var deeper in Unsaid($"{name}.{field}", property["items"]!))
                    yield return deeper;
        }
    }

    private static bool IsChinese(JsonNode? words) => words is not null && ((string)words!).Any(letter => letter is >= '\u4E00' and <= '\u9FFF') && !((string)words!).Contains(" the ", StringComparison.Ordinal);
}
