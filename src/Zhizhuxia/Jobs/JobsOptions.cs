using System.ComponentModel.DataAnnotations;

namespace Zhizhuxia.Jobs;

public enum JobsRun
{
    /// <summary>This process runs no jobs; a worker elsewhere does.</summary>
    None,
    All,
}

/// <summary>Section <c>Jobs</c>.</summary>
public sealed class JobsOptions
{
    public const string Section = "Jobs";

    /// <summary>Whether this process works on jobs.</summary>
    public JobsRun Run { get; set; } = JobsRun.All;

    /// <summary>Name of this worker; must differ between processes that share a database. At a start, what a former life of this name held is freed.</summary>
    [Required, MaxLength(100)]
    public string Worker { get; set; } = $"{Environment.MachineName}/{AppDomain.CurrentDomain.FriendlyName}";

    /// <summary>Transcodes at once.</summary>
    [Range(1, 64)]
    public int HeavySlots { get; set; } = 1;

    /// <summary>Further transcodes at once, short ones only: a long film never holds them up.</summary>
    [Range(0, 64)]
    public int QuickSlots { get; set; } = 1;

    /// <summary>What is short.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan QuickBelow { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Other jobs at once.</summary>
    [Range(1, 64)]
    public int LightSlots { get; set; } = 2;

    /// <summary>How often an idle slot asks for work.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>After so long without a sign, others take a worker's jobs over.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(15);

    public TimeSpan Renew { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Wait after the first failure; doubled after each further one, up to an hour.</summary>
    public TimeSpan FirstBackOff { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Parked after this many failures: not before forty minutes, so that a store that is away for half an hour parks nothing.</summary>
    [Range(1, 100)]
    public int MaxFailures { get; set; } = 11;

    /// <summary>The same for mails: other people's servers may be away for a day.</summary>
    [Range(1, 100)]
    public int MaxMailFailures { get; set; } = 32;

    /// <summary>Parked after this many claims, however they ended: a job that kills its worker must not go round for ever.</summary>
    [Range(1, 1000)]
    public int MaxClaims { get; set; } = 60;
}
