using System.Net;
using System.Text.Json;
using Zhizhuxia.FunctionalTests.Uploads;

namespace Zhizhuxia.FunctionalTests.Storage;

/// <summary>The object store is away while a reader uploads.</summary>
public sealed class StoreAwayTests
{
    [Fact]
    public async Task An_upload_is_told_to_come_again_and_in_words()
    {
        await using var portal = await PortalProcess.StartAsync(
            new Dictionary<string, string> { ["Storage:Kind"] = "Azure", ["Storage:AzureConnectionString"] = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=aaaa;BlobEndpoint=http://127.0.0.1:1/a;", ["Jobs:Run"] = "None" },
            TestContext.Current.CancellationToken);
        using var tus = new TusClient(portal);
        var path = await tus.CreateAsync(Guid.CreateVersion7(), 1000);

        using var answer = await tus.PatchAsync(path, 0, TusClient.Bytes(1000, 1));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal("store-away", problem.GetProperty("code").GetString());
        using var head = await tus.HeadAsync(path);
        Assert.Equal(0, TusClient.OffsetOf(head)); // nothing was said to be there that is not
    }
}
