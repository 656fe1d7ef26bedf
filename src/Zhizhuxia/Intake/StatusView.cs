using System.Text.Json.Serialization;
using Zhizhuxia.Assets;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>What a reader sees of a piece.</summary>
public sealed record StatusView
{
    public required string Number { get; init; }

    public required string Title { get; init; }

    public required SubmissionKind Kind { get; init; }

    /// <summary>One of the eight plain words.</summary>
    public required string Word { get; init; }

    /// <summary>How it ended; null while it goes on, or while the end is not told yet. For the choice of words only: no reader is called a sender of spam.</summary>
    [JsonIgnore]
    public CloseReason? Closing { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<StatusStep> Steps { get; init; }

    public required IReadOnlyList<StatusFile> Files { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>The end of the 15 days; null when the clock has stopped because the piece is decided.</summary>
    public required DateTimeOffset? AnswerDue { get; init; }

    /// <summary>What the reader is asked for now, or null.</summary>
    public required AskedFor? Request { get; init; }

    /// <summary>What was agreed for shooting together, or null.</summary>
    public required string? Plan { get; init; }

    /// <summary>Why the piece is not taken, in words for the reader, or null.</summary>
    public required string? DeclineReason { get; init; }

    /// <summary>What the editor says to it, or null.</summary>
    public required string? DeclineWords { get; init; }

    /// <summary>Path of the public page, <c>/v/ABC123</c>, while it is published.</summary>
    public required string? PublicPath { get; init; }

    public required bool CanWithdraw { get; init; }

    /// <summary>A withdrawal is only asked for now: 终审 decides.</summary>
    public required bool Adopted { get; init; }

    /// <summary>It has been asked for, and nobody has answered yet.</summary>
    public required bool WithdrawalPending { get; init; }

    /// <summary>A withdrawal can be confirmed by the last four digits of the mobile.</summary>
    public required bool KnowsMobile { get; init; }

    /// <summary>A withdrawal can be confirmed by the e-mail address.</summary>
    public required bool KnowsEmail { get; init; }

    /// <summary>What the newsroom and the reader have written to each other, the oldest first.</summary>
    public required IReadOnlyList<StatusMessage> Messages { get; init; }

    /// <summary>The reader may write to the newsroom.</summary>
    public required bool CanWrite { get; init; }

    /// <summary>A machine works on a file: worth looking again soon.</summary>
    public bool Busy => Files.Any(file => file.Busy);
}

/// <param name="Items">What is asked for.</param>
/// <param name="Text">The editor's words, or null.</param>
/// <param name="Due">Until when.</param>
public sealed record AskedFor(IReadOnlyList<RequestItem> Items, string? Text, DateTimeOffset Due);

/// <param name="Words">In the reader's words, for example 编辑开始审看.</param>
public sealed record StatusStep(string Words, DateTimeOffset At);

/// <param name="Length">Bytes.</param>
/// <param name="Words">What is going on with it, in a few Chinese words.</param>
/// <param name="Progress">0 to 1 while a machine works on it; null when none does.</param>
/// <param name="Refusal">Why it cannot be used and what to do, or null.</param>
/// <param name="Busy">A machine works on it or will.</param>
public sealed record StatusFile(string Name, long Length, string? Sha256, AssetState State, string Words, double? Progress, string? Refusal, bool Busy);

/// <param name="Mine">The reader wrote it, not the newsroom.</param>
public sealed record StatusMessage(bool Mine, string Text, DateTimeOffset At);
