using Zhizhuxia.Jobs;

namespace Zhizhuxia.Media;

/// <summary>Whether the box has proved itself.</summary>
public enum SandboxProof
{
    /// <summary>Not tested yet since the start.</summary>
    Untested,

    /// <summary>All canaries stayed inside; readers' files may be opened.</summary>
    Proven,

    /// <summary>A canary got out, or the box does not open: uploads are taken, nothing is transcoded.</summary>
    Closed,
}

/// <summary>The latest self-test, for the console, the health page and the jobs.</summary>
/// <param name="Proof">Outcome.</param>
/// <param name="Findings">One line for each canary that failed, in English, for operators; empty when proven.</param>
/// <param name="TestedAt">When the test ended; null before the first.</param>
public sealed record SandboxReport(SandboxProof Proof, IReadOnlyList<string> Findings, DateTimeOffset? TestedAt);

/// <summary>Holds the latest report; one per program.</summary>
public sealed class SandboxState
{
    private readonly TaskCompletionSource _tested = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile SandboxReport _latest = new(SandboxProof.Untested, [], null);

    /// <summary>The latest report.</summary>
    public SandboxReport Latest => _latest;

    /// <summary>Waits for the first test since the start, then passes only while the box is proven.</summary>
    /// <exception cref="JobPostponedException">The box is closed: nothing may be opened, the job is put back.</exception>
    public async Task RequireAsync(CancellationToken ct)
    {
        await _tested.Task.WaitAsync(ct);
        if (_latest.Proof is not SandboxProof.Proven)
            throw new JobPostponedException("媒体沙箱没有通过自检，暂不处理视频", TimeSpan.FromMinutes(1));
    }

    /// <summary>Takes a new report in.</summary>
    public void Set(SandboxReport report)
    {
        _latest = report;
        _tested.TrySetResult();
    }
}
