using System.Net;

namespace Zhizhuxia.FunctionalTests;

public sealed class WrongAddressTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("GET", "/api/v1/nothing", null)]
    [InlineData("POST", "/api/v1/nothing", null)]
    [InlineData("GET", "/api/v1/submissions", "POST")]
    [InlineData("GET", "/api/v1/submissions/links", "POST")]
    [InlineData("PUT", "/api/v1/status", "GET, POST")]
    [InlineData("PUT", "/files", "OPTIONS, POST")]
    public async Task A_program_gets_a_code_and_a_sentence_and_of_a_known_address_its_methods(string method, string path, string? allow)
    {
        using var client = fixture.Portal.Client();
        using var answer = await client.SendAsync(new HttpRequestMessage(new(method), path), TestContext.Current.CancellationToken);

        await Refused.WithAsync(allow is null ? 404 : 405, allow is null ? "not-found" : "method-not-allowed", answer);
        Assert.Equal(allow ?? "", string.Join(", ", answer.Content.Headers.Allow));
    }

    [Theory]
    [InlineData("GET", "/nothing", "这里没有这一页")]
    [InlineData("PUT", "/nothing", "这里没有这一页")]
    [InlineData("DELETE", "/submit", "这个请求不完整")]
    public async Task A_person_gets_a_page_with_words_by_whatever_method(string method, string path, string words)
    {
        using var client = fixture.Portal.Client();
        using var answer = await client.SendAsync(new HttpRequestMessage(new(method), path), TestContext.Current.CancellationToken);

        Assert.Contains($"<h1 class=\"title\">{words}</h1>", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }
}
