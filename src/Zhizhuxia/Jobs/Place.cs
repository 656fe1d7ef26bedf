namespace Zhizhuxia.Jobs;

/// <summary>Where a job stands among the others.</summary>
public sealed record Place
{
    /// <summary>As it comes.</summary>
    public static Place Ordinary { get; } = new();

    /// <summary>Breaking news.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Nobody waits for it.</summary>
    public bool IsAtLeisure { get; init; }

    /// <summary>See <see cref="Job.Turn"/>.</summary>
    public int Turn { get; init; }

    /// <summary>See <see cref="Job.EstimatedSeconds"/>.</summary>
    public double EstimatedSeconds { get; init; }

    /// <summary>Attempts are counted from here, so that a second job for the same file never writes under a name that is published.</summary>
    public long FirstToken { get; init; }

    /// <summary>The part of a ladder it makes.</summary>
    public Guid? PartId { get; init; }
}
