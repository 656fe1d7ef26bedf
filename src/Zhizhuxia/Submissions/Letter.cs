namespace Zhizhuxia.Submissions;

public enum LetterState
{
    Waiting,
    Sent,

    /// <summary>Called back before its time; never sent.</summary>
    CalledBack,
}

/// <summary>A mail that is due: written in the transaction of its event, composed and sent by a job. Its id makes the Message-ID, so a repeat is recognisable.</summary>
public sealed class Letter
{
    public required Guid Id { get; init; }

    /// <summary>Null for a letter to the staff that is about no single piece.</summary>
    public required Guid? SubmissionId { get; init; }

    /// <summary>The person of the newsroom it is written to; null: to the reader.</summary>
    public Guid? EditorId { get; init; }

    /// <summary>What it tells, whom and when, unique: so that nobody is told the same twice. Null where the event itself happens once.</summary>
    public string? Key { get; init; }

    public required LetterKind Kind { get; init; }

    /// <summary>One address.</summary>
    public required string To { get; init; }

    /// <summary>The asset it is about, for <see cref="LetterKind.FilmRefused"/>.</summary>
    public Guid? AssetId { get; init; }

    /// <summary>The editor's words, or those to the staff; null: composed when sent, and kept then.</summary>
    public string? Subject { get; set; }

    /// <inheritdoc cref="Subject"/>
    public string? Body { get; set; }

    /// <summary>Message-ID of the mail it answers, with angle brackets; null if it answers none.</summary>
    public string? InReplyTo { get; init; }

    public LetterState State { get; set; } = LetterState.Waiting;

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Held until then.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>What it carries, for <see cref="LetterKind.Message"/>.</summary>
    public Message? Message { get; init; }

    /// <summary>It came back: the address cannot be reached.</summary>
    public DateTimeOffset? ReturnedAt { get; set; }
}
