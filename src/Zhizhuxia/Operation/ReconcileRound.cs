using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;

namespace Zhizhuxia.Operation;

/// <summary>Looks through rows and files after a start, and once a day; mends nothing. What it finds is in the log, the figures and the deep health.</summary>
internal sealed partial class ReconcileRound(PortalDb db, Reconcile reconcile, TimeProvider clock, IOptions<OperationOptions> options, ILogger<ReconcileRound> log) : IJobHandler
{
    /// <summary>Findings that are logged one by one; the command <c>reconcile</c> tells them all.</summary>
    private const int MostTold = 50;

    /// <summary>After something was found: whether it has been mended. And a start looks, unless somebody has looked within this time.</summary>
    internal static readonly TimeSpan Sooner = TimeSpan.FromHours(1);

    public JobKind Kind => JobKind.Reconcile;

    public async Task RunAsync(JobContext job, CancellationToken ct)
    {
        var found = 0;
        await foreach (var finding in reconcile.RunAsync(fix: false, ct))
            if (++found <= MostTold)
                LogFinding(finding.Code, finding.What, finding.Words);
        PortalMeter.ReconcileFindings.Record(found);
        await job.ReportAsync(1, LatestReconcile.Note(found), ct);
        var now = clock.GetUtcNow();
        await db.AddNextRoundAsync(Kind, now + (found == 0 || options.Value.ReconcileEvery < Sooner ? options.Value.ReconcileEvery : Sooner), now, ct);
        await job.CompleteAsync(db, ct);
    }

    [LoggerMessage(LogLevel.Warning, "Reconcile: {Code} {What}: {Words}")]
    private partial void LogFinding(string code, string what, string words);
}

/// <summary>The last round of <see cref="ReconcileRound"/>, kept in its job's row: any process may ask.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Findings">How many.</param>
public sealed record LatestReconcile(DateTimeOffset At, int Findings)
{
    private const string Words = " 处记录和文件对不上";

    /// <summary>Null: none has ended yet.</summary>
    public static async Task<LatestReconcile?> ReadAsync(PortalDb db, CancellationToken ct) =>
        await db.Jobs.AsNoTracking().Where(job => job.State == JobState.Done && job.Priority == Job.Routine && job.Kind == JobKind.Reconcile).OrderByDescending(job => job.FinishedAt)
            .Select(job => new { job.FinishedAt, job.ProgressNote }).FirstOrDefaultAsync(ct) is { FinishedAt: { } at, ProgressNote: { } note }
            ? new(at, int.Parse(note.Split(' ')[0], CultureInfo.InvariantCulture))
            : null;

    internal static string Note(int findings) => string.Create(CultureInfo.InvariantCulture, $"{findings}{Words}");
}
