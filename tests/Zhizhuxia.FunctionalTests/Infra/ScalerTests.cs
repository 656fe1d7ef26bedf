using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;

namespace Zhizhuxia.FunctionalTests.Infra;

/// <summary>By what the workers on Azure grow: the query of the template, on a real PostgreSQL.</summary>
[OwnDatabase(DatabaseKind.Postgres)]
public sealed class ScalerTests
{
    [Fact]
    public async Task What_is_due_and_what_runs_is_counted_and_nothing_else()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var newsroom = await Newsroom.OpenAsync();
        await using var db = newsroom.OpenDb();
        var now = TimeProvider.System.GetUtcNow();
        await db.Jobs.ExecuteDeleteAsync(ct);
        foreach (var (state, ready) in new[] { (JobState.Ready, -1), (JobState.Ready, 60), (JobState.Running, -1), (JobState.Done, -1), (JobState.Dead, -1) })
        {
            var job = Job.Chore(JobKind.SweepUploads, now.AddMinutes(ready), now);
            job.State = state;
            db.Jobs.Add(job);
        }
        await db.SaveChangesAsync(ct);

        await db.Database.OpenConnectionAsync(ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // the repository's own text
        command.CommandText = Query();
#pragma warning restore CA2100

        Assert.Equal(2L, await command.ExecuteScalarAsync(ct));
    }

    private static string Query()
    {
        using var template = JsonDocument.Parse(File.ReadAllText(Path.Combine(PortalProgram.RepositoryRoot(), "infra/azure/template.json")));
        return template.RootElement.GetProperty("resources").EnumerateArray()
            .Where(resource => resource.GetProperty("type").GetString() == "Microsoft.App/containerApps")
            .SelectMany(app => app.GetProperty("properties").GetProperty("template").GetProperty("scale").GetProperty("rules").EnumerateArray())
            .Where(rule => rule.TryGetProperty("custom", out _))
            .Select(rule => rule.GetProperty("custom").GetProperty("metadata").GetProperty("query").GetString()!).Single();
    }
}
