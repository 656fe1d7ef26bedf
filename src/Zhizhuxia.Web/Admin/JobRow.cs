using Zhizhuxia.Jobs;

namespace Zhizhuxia.Web.Admin;

/// <summary>A job as an operator sees it.</summary>
/// <param name="Number">Of the piece it works for.</param>
/// <param name="Error">Type and message of the last error.</param>
/// <param name="Progress">0 to 1.</param>
public sealed record JobRow(
    Guid Id, JobKind Kind, JobState State, Guid? PieceId, string? Number, int Failures, string? Error, double Progress, string? Note,
    DateTimeOffset CreatedAt, DateTimeOffset ReadyAt);
