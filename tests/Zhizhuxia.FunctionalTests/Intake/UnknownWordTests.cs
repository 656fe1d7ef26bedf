using System.Text;
using Zhizhuxia.FunctionalTests.Uploads;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>A word that an enumeration does not have is answered with those it has.</summary>
public sealed class UnknownWordTests(SleepingPortal fixture) : IClassFixture<SleepingPortal>, IDisposable
{
    private readonly TusClient _client = new(fixture.Portal);

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("""{"kind":"film","uploads":null}""", "material-missing")]
    [InlineData("""{"kind":"film","uploads":[null]}""", "uploads-unknown")]
    public async Task A_film_without_its_uploads_is_refused_with_a_code(string body, string code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/submissions") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());

        using var answer = await _client.SendAsync(request);

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(code, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("submissions", """{"kind":"movie"}""", "$.kind，只能是 film、link、proposal")]
    [InlineData("submissions/links", """{"links":[{"origin":"mine"}]}""", "$.links[0].origin，只能是 own、")]
    public async Task The_words_that_are_allowed_are_named(string path, string body, string said)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{path}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());

        using var answer = await _client.SendAsync(request);

        Assert.Contains(said, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
