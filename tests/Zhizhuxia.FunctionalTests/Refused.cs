using System.Text.Json;

namespace Zhizhuxia.FunctionalTests;

/// <summary>How a "no" must look to a program.</summary>
internal static class Refused
{
    /// <summary>The status, problem+json, a code, and its Chinese sentence.</summary>
    /// <returns>The whole problem.</returns>
    public static async Task<JsonElement> WithAsync(int status, string code, HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == (int)answer.StatusCode, $"{(int)answer.StatusCode} {body}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(body).RootElement;
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Contains(problem.GetProperty("detail").GetString()!, sign => sign is >= '\u4e00' and <= '\u9fff');
        return problem;
    }
}
