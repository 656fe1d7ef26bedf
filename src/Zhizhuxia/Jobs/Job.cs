namespace Zhizhuxia.Jobs;

/// <summary>
/// One piece of work outside the database. The row commits in the transaction of the thing it works for: the jobs table is the outbox.
/// Runs at least once; <see cref="Token"/> tells a stale worker from the current one.
/// </summary>
public sealed class Job
{
    public required Guid Id { get; init; }

    public required JobKind Kind { get; init; }

    public JobState State { get; set; } = JobState.Ready;

    public Guid? SubmissionId { get; init; }

    public Guid? AssetId { get; init; }

    public Guid? LetterId { get; init; }

    public Guid? PartId { get; init; }

    public Guid? MailId { get; init; }

    /// <summary>0 goes first.</summary>
    public int Priority { get; set; }

    /// <summary>
    /// Among equals: how many places of the same sender stand before it, so that nobody's fiftieth film, or a long film's fiftieth range, is in front
    /// of another's first.
    /// </summary>
    public int Turn { get; init; }

    /// <summary>How long it will take, about; 0 when nobody has said. Long ones leave a slot to the short.</summary>
    public double EstimatedSeconds { get; init; }

    /// <summary>Not before this time.</summary>
    public DateTimeOffset ReadyAt { get; set; }

    /// <summary>Fencing token: grows by one at each claim. Also names the outputs of the attempt.</summary>
    public long Token { get; set; }

    /// <summary>Attempts that ended in an error. Taking over from a killed worker does not count here.</summary>
    public int Failures { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public string? Worker { get; set; }

    /// <summary>0 to 1.</summary>
    public double Progress { get; set; }

    /// <summary>What it is doing, in Chinese, for the reader and the editor.</summary>
    public string? ProgressNote { get; set; }

    /// <summary>Type and message of the last error.</summary>
    public string? Error { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    public static Job ForAsset(JobKind kind, Guid submissionId, Guid assetId, DateTimeOffset now) => ForAsset(kind, submissionId, assetId, now, Place.Ordinary);

    /// <param name="place">Where it stands among the others.</param>
    public static Job ForAsset(JobKind kind, Guid submissionId, Guid assetId, DateTimeOffset now, Place place) =>
        new()
        {
            Id = Guid.CreateVersion7(now), Kind = kind, SubmissionId = submissionId, AssetId = assetId, PartId = place.PartId, CreatedAt = now, ReadyAt = now,
            Priority = place.IsUrgent ? Urgent : place.IsAtLeisure ? Leisure : PriorityOf(kind), Turn = place.Turn, EstimatedSeconds = place.EstimatedSeconds, Token = place.FirstToken,
        };

    /// <param name="notBefore">The mail is held until then.</param>
    public static Job ForLetter(Guid? submissionId, Guid letterId, DateTimeOffset notBefore, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), Kind = JobKind.SendMail, SubmissionId = submissionId, LetterId = letterId, CreatedAt = now, ReadyAt = notBefore };

    /// <summary>A mail that is to be read; its piece is not known yet.</summary>
    public static Job ForMail(Guid mailId, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), Kind = JobKind.ReadMail, MailId = mailId, CreatedAt = now, ReadyAt = now, Priority = PriorityOf(JobKind.ReadMail) };

    /// <summary>Work for a piece that has to do with none of its files.</summary>
    public static Job ForPiece(JobKind kind, Guid submissionId, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), Kind = kind, SubmissionId = submissionId, CreatedAt = now, ReadyAt = now, Priority = PriorityOf(kind) };

    /// <summary>Work that belongs to no piece, such as sweeping.</summary>
    public static Job Chore(JobKind kind, DateTimeOffset readyAt, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), Kind = kind, CreatedAt = now, ReadyAt = readyAt, Priority = Routine };

    /// <summary>Breaking news: before everything else.</summary>
    public const int Urgent = -1;

    /// <summary>Work nobody waits for, such as the storyboard of a film that can be watched already: after everything that somebody does.</summary>
    public const int Leisure = 7;

    /// <summary>Chores: when nothing else is to be done.</summary>
    public const int Routine = 9;

    /// <summary>What an editor waits for goes before what only the public page needs.</summary>
    public static int PriorityOf(JobKind kind) => kind switch
    {
        JobKind.StoreAsset or JobKind.InspectAsset => 0,
        JobKind.MakeProxy => 1,
        JobKind.JoinRanges => 4,
        _ => 5,
    };
}
