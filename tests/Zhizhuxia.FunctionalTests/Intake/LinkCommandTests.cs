using System.Text.Json;
using Zhizhuxia.FunctionalTests.Media;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>parse-link and fetch-link, as an operator types them.</summary>
[NoDatabase]
public sealed class LinkCommandTests
{
    [Fact]
    public async Task Parse_link_prints_all_addresses_the_chosen_one_and_the_readers_words()
    {
        var end = await WorkerProgram.RunAsync(Path.GetTempPath(), "parse-link", "先看 https://example.org/x 再存 https://pan.baidu.com/s/1NI7k_QY 提取码：6zg9 有效期：7天", "--json");

        Assert.Equal((0, ""), (end.ExitCode, end.Errors));
        Assert.Equal(["links", "chosen", "words"], end.Json.EnumerateObject().Select(field => field.Name));
        Assert.Equal(("https://pan.baidu.com/s/1NI7k_QY", "先看 再存"), (Text(end.Json, "chosen"), Text(end.Json, "words")));
        var links = end.Json.GetProperty("links").EnumerateArray().ToList();
        Assert.Equal(["url", "platform", "kind", "key", "code", "expires"], links[1].EnumerateObject().Select(field => field.Name));
        Assert.Equal(
            ["https://pan.baidu.com/s/1NI7k_QY", "baidu_pan", "cloudDisk", "baidu_pan:NI7k_QY", "6zg9", "7天"], links[1].EnumerateObject().Select(field => field.Value.GetString()));
        Assert.Equal(("unknown", null), (Text(links[0], "platform"), Text(links[0], "code")));
    }

    [Fact]
    public async Task Parse_link_of_a_text_without_one_is_read_too()
    {
        var end = await WorkerProgram.RunAsync(Path.GetTempPath(), "parse-link", "--json", "--", "--怎么传？");

        Assert.Equal((0, JsonValueKind.Null, 0), (end.ExitCode, end.Json.GetProperty("chosen").ValueKind, end.Json.GetProperty("links").GetArrayLength()));
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("file:///etc/passwd")]
    public async Task Fetch_link_honours_the_guard(string url)
    {
        var end = await WorkerProgram.RunAsync(Path.GetTempPath(), "fetch-link", url, "--json");

        Assert.Equal((3, "address-refused"), (end.ExitCode, Text(end.Json, "failure")));
        Assert.Equal(["failure", "url", "title", "author", "description", "picture"], end.Json.EnumerateObject().Select(field => field.Name));
    }

    private static string? Text(JsonElement owner, string name) => owner.GetProperty(name).GetString();
}
