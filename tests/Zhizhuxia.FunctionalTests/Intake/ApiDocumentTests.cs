using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>What <c>/openapi/v1.json</c> says of the interface is so.</summary>
public sealed class ApiDocumentTests(SleepingPortal fixture) : IClassFixture<SleepingPortal>, IDisposable
{
    private readonly HttpClient _client = fixture.Portal.Client();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string NewKey => Guid.NewGuid().ToString("N");

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Every_answer_of_every_operation_has_an_example_and_a_refusals_is_a_real_one()
    {
        foreach (var (path, verb, operation) in await OperationsAsync())
        {
            foreach (var (status, answer) in operation["responses"]!.AsObject())
            {
                var (type, body) = answer!["content"]!.AsObject().Single();
                var example = body!["example"];
                Assert.True(example is not null, $"{verb} {path} {status}");
                if (type is not "application/problem+json")
                    continue;
                var code = (string)example!["code"]!;
                Assert.Equal((status, $"urn:zhizhuxia:{code}", true), ($"{example["status"]}", (string)example["type"]!, RefusalTexts.All.ContainsKey(code)));
                Assert.Contains($"`{code}`", (string)answer["description"]!, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Every_operation_that_may_refuse_so_says_so()
    {
        var said = (await OperationsAsync()).ToDictionary(row => $"{row.Verb} {row.Path}", row => string.Join(' ', row.Operation["responses"]!.AsObject().Select(answer => answer.Key).Order(StringComparer.Ordinal)));

        Assert.Equal("200 400 404 429 503", said["get /api/v1/status"]);
        Assert.Equal("200 400 404 413 415 429 503", said["post /api/v1/status"]);
        Assert.Equal("200 400 413 415 429 503", said["post /api/v1/links/recognise"]);
        Assert.Equal("201 400 401 403 409 413 415 422 429 503", said["post /api/v1/submissions"]);
        Assert.Equal("202 207 400 401 403 409 413 415 422 429 503", said[$"post {LinkCalls.Path}"]);
    }

    [Theory]
    [InlineData("/api/v1/submissions")]
    [InlineData(LinkCalls.Path)]
    public async Task The_key_of_a_call_is_needed_and_has_its_limits(string path)
    {
        var operation = (await DocumentAsync())["paths"]![path]!["post"]!;

        var header = operation["parameters"]!.AsArray().Single(parameter => (string)parameter!["name"]! == "Idempotency-Key")!;
        Assert.Equal((true, 16, 200), ((bool)header["required"]!, (int)header["schema"]!["minLength"]!, (int)header["schema"]!["maxLength"]!));
        Assert.InRange(((string)header["example"]!).Length, 16, 200);
        Assert.Contains("每小时最多 100000 份", (string)operation["description"]!, StringComparison.Ordinal); // as this newsroom is set
        Assert.Equal("partner", operation["security"]![0]!.AsObject().Single().Key);
        Assert.NotNull(operation["responses"]!["429"]!["headers"]!["Retry-After"]);
    }

    [Fact]
    public async Task The_document_says_how_many_links_a_call_takes_with_a_key_and_without()
    {
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Limits:SubmitsPerHour"] = "20", ["Jobs:Run"] = "None" }, Ct);
        using var client = portal.Client();
        var operation = JsonNode.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Ct))!["paths"]![LinkCalls.Path]!["post"]!;

        var links = operation["requestBody"]!["content"]!["application/json"]!["schema"]!["properties"]!["links"]!;
        Assert.Equal((1, 50), ((int)links["minItems"]!, (int)links["maxItems"]!));
        Assert.Contains("没有密钥最多 20 条，用密钥最多 50 条", (string)operation["description"]!, StringComparison.Ordinal);
        Assert.NotNull(operation["responses"]!["202"]!["headers"]!["Location"]);
    }

    [Fact]
    public async Task Problems_have_the_members_that_the_document_names_and_numbers_are_numbers()
    {
        var schemas = (await DocumentAsync())["components"]!["schemas"]!;

        var problem = schemas["ProblemDetails"]!;
        Assert.All(["code", "errors", "codes"], member => Assert.NotNull(problem["properties"]![member]));
        Assert.NotEqual(JsonValueKind.False, problem["additionalProperties"]?.GetValueKind());
        Assert.Equal("integer", (string)schemas["LinkBatchResult"]!["properties"]!["index"]!["type"]!);
    }

    /// <summary>What the document shows as an example is taken as it stands, and what comes back has the members of the example.</summary>
    [Fact]
    public async Task The_examples_of_the_document_work()
    {
        var paths = (await DocumentAsync())["paths"]!;
        var link = paths[LinkCalls.Path]!["post"]!;
        var bodies = link["requestBody"]!["content"]!["application/json"]!["examples"]!;
        var piece = paths["/api/v1/submissions"]!["post"]!;

        var one = await LinkCalls.ExpectAsync(_client, 202, bodies["单条"]!["value"]!.AsObject(), NewKey);
        var many = await LinkCalls.ExpectAsync(_client, 207, bodies["一次多条"]!["value"]!.AsObject(), NewKey);
        var receipt = await Forms.ReceiptAsync(_client, piece["requestBody"]!["content"]!["application/json"]!["example"]!.AsObject());
        using var status = await Forms.LookUpAsync(_client, one.GetProperty("receipt").GetString());

        Assert.Equal(1, many.GetProperty("accepted").GetInt32());
        Assert.Equal(Members(Example(link, "202")), Members(one));
        Assert.Equal(Members(Example(link, "207")), Members(many));
        Assert.Equal(Members(Example(piece, "201")), Members(receipt));
        Assert.Equal(Members(Example(paths["/api/v1/status"]!["get"]!, "200")), Members(JsonDocument.Parse(await status.Content.ReadAsStringAsync(Ct)).RootElement));
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_a_problem_too()
    {
        using var body = JsonContent.Create(LinkCalls.Form(new string('长', 1 << 20)));
        await body.LoadIntoBufferAsync(Ct); // a body of known length, and announced: who sends regardless may find the line cut before the answer is read
        using var request = new HttpRequestMessage(HttpMethod.Post, LinkCalls.Path) { Content = body, Headers = { ExpectContinue = true } };
        request.Headers.Add("Idempotency-Key", NewKey);

        using var answer = await _client.SendAsync(request, Ct);

        await Refused.WithAsync(413, "request-too-large", answer);
    }

    private static JsonElement Example(JsonNode operation, string status) =>
        JsonDocument.Parse(operation["responses"]![status]!["content"]!["application/json"]!["example"]!.ToJsonString()).RootElement;

    private static IEnumerable<string> Members(JsonElement one) => one.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal);

    private async Task<IReadOnlyList<(string Path, string Verb, JsonNode Operation)>> OperationsAsync() =>
        [.. (await DocumentAsync())["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(verb => (path.Key, verb.Key, verb.Value!)))];

    private async Task<JsonNode> DocumentAsync() => JsonNode.Parse(await _client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Ct))!;
}
