using System.Text.Json;
using Zhizhuxia.FunctionalTests.Intake;
using Zhizhuxia.FunctionalTests.Uploads;

namespace Zhizhuxia.FunctionalTests.Operation;

/// <summary>What the program tells of itself to other programs: figures and log lines.</summary>
public sealed class TelemetryTests(ITestOutputHelper output)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Figures_arrive_at_a_collector_and_log_lines_are_JSON()
    {
        using var collector = new OtlpCollector();
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string>
        {
            ["Telemetry:OtlpAddress"] = collector.Address, ["Telemetry:Every"] = "00:00:01", ["Logging:Console:FormatterName"] = "json",
        }, Ct);
        using var tus = new TusClient(portal);

        for (var number = 0; number < 3; number++)
            await Forms.ReceiptAsync(tus.Http, Forms.Link());
        await tus.UploadAsync(Guid.CreateVersion7(), TusClient.Bytes(12_345, 1));

        string[] others = ["http.server.request.duration", "zhizhuxia.job.duration", "zhizhuxia.jobs", "zhizhuxia.spool.free", "dotnet.process.memory.working_set"];
        await Eventually.TrueAsync(() => Task.FromResult(collector.Total("zhizhuxia.submissions") == 3 && collector.Total("zhizhuxia.upload.io") == 12_345
            && collector.Total("zhizhuxia.mails") >= 3 && collector.Total("zhizhuxia.submission.steps") >= 3 && collector.Total("zhizhuxia.uploads") >= 2
            && others.All(name => collector.Total(name) > 0))); // not all of them come in one parcel
        output.WriteLine(collector.Seen());
        Assert.Equal((3, 2), (collector.Total("zhizhuxia.submission.steps"), collector.Total("zhizhuxia.uploads")));
        Assert.Equal(0, collector.Total("zhizhuxia.mail.queue.age") ?? 0, tolerance: 60);
        await portal.StopAsync();
        var lines = portal.Output.Where(line => line.StartsWith('{')).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.True(line.TryGetProperty("Category", out _) && line.TryGetProperty("LogLevel", out _)));
        Assert.DoesNotContain(portal.Output, line => line.StartsWith("info:", StringComparison.Ordinal) || line.StartsWith("warn:", StringComparison.Ordinal));
    }
}
