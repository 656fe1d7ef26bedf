namespace Zhizhuxia.Submissions;

/// <summary>What a reader agreed to: the text itself with its version, not a tick.</summary>
public sealed class Consent
{
    public required Guid Id { get; init; }

    public required Guid SubmissionId { get; init; }

    public required ConsentKind Kind { get; init; }

    /// <summary>For example "2026-11".</summary>
    public required string TextVersion { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset AgreedAt { get; init; }
}
