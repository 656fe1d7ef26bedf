namespace Zhizhuxia.Jobs;

public enum JobState
{
    /// <summary>Waits for a worker, from <see cref="Job.ReadyAt"/> on.</summary>
    Ready,

    /// <summary>A worker holds it until <see cref="Job.LeaseUntil"/>.</summary>
    Running,

    Done,

    /// <summary>Failed too often; an operator sees it under 卡住的工作 and may try again.</summary>
    Dead,
}
