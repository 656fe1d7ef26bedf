using System.Net;

namespace Zhizhuxia.FunctionalTests;

public sealed class WrongAddressTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("GET", "/api/v1/nothing")]
    [InlineData("GET", "/api/v1/submissions")]
    [InlineData("PUT", "/api/v1/status")]
    [InlineData("PUT", "/files")]
    public async Task A_program_gets_a_code_and_a_sentence(string method, string path)
    {
        using var client = fixture.Portal.Client();
        using var answer = await client.SendAsync(new HttpRequestMessage(new(method), path), TestContext.Current.CancellationToken);

        await Refused.WithAsync(404, "not-found", answer);
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
