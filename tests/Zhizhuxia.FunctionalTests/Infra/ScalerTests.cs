using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;

namespace Zhizhuxia.FunctionalTests.Infra;

/// <summary>By what the workers on Azure grow: the query of the template, on a real PostgreSQL.</summary>
[OwnDatabase(DatabaseKind.Postgres)]
public sealed class ScalerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="minutes">When it is due, from now.</param>
    [Theory]
    [InlineData(JobKind.InspectAsset, JobState.Ready, -1, 1)]
    [InlineData(JobKind.InspectAsset, JobState.Ready, 60, 0)]
    [InlineData(JobKind.InspectAsset, JobState.Running, -1, 1)]
    [InlineData(JobKind.InspectAsset, JobState.Done, -1, 0)]
    [InlineData(JobKind.InspectAsset, JobState.Dead, -120, 0)]
    [InlineData(JobKind.SweepUploads, JobState.Ready, -1, 0)]
    [InlineData(JobKind.SweepUploads, JobState.Ready, -59, 0)]
    [InlineData(JobKind.SweepUploads, JobState.Ready, -61, 1)]
    [InlineData(JobKind.SweepUploads, JobState.Running, -1, 0)]
    [InlineData(JobKind.SweepUploads, JobState.Running, -61, 1)]
    [InlineData(JobKind.SweepUploads, JobState.Dead, -61, 0)]
    public async Task What_is_due_and_what_runs_is_counted_and_a_chore_when_it_is_an_hour_late(JobKind kind, JobState state, int minutes, long counted)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var db = newsroom.OpenDb();
        await db.Jobs.ExecuteDeleteAsync(Ct);
        var now = TimeProvider.System.GetUtcNow();
        var job = Job.Chore(kind, now.AddMinutes(minutes), now);
        job.State = state;
        if (kind is not JobKind.SweepUploads)
            job.Priority = Job.PriorityOf(kind); // no chore
        db.Jobs.Add(job);
        await db.SaveChangesAsync(Ct);

        await db.Database.OpenConnectionAsync(Ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // the repository's own text
        command.CommandText = Query();
#pragma warning restore CA2100
        Assert.Equal(counted, await command.ExecuteScalarAsync(Ct));
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
