namespace Zhizhuxia.Submissions;

/// <summary>Something the newsroom and the reader of a piece tell each other outside the workflow (往来). The reader sees all of them on the status page.</summary>
public sealed class Message
{
    /// <summary>Characters of one message.</summary>
    public const int Longest = 2000;

    /// <summary>Messages about one piece in 24 hours, each way.</summary>
    public const int MostADay = 20;

    public required Guid Id { get; init; }

    public required Guid SubmissionId { get; init; }

    /// <summary>Null: the reader wrote it.</summary>
    public Guid? EditorId { get; init; }

    /// <summary>Name of the editor; "读者" of the reader.</summary>
    public required string By { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The mail that carries it to the reader; null where there is no address.</summary>
    public Guid? LetterId { get; init; }

    /// <summary>The mail it came by; null for one from the status page.</summary>
    public Guid? MailId { get; init; }

    /// <summary>When an editor first had the reader's message before them.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>That editor's name.</summary>
    public string? ReadBy { get; set; }

    public bool IsFromReader => EditorId is null;

    /// <summary>The reader's words.</summary>
    /// <param name="mail">The mail they came by, or null.</param>
    public static Message OfReader(Guid piece, string text, DateTimeOffset now, Guid? mail = null) =>
        new() { Id = Guid.CreateVersion7(now), SubmissionId = piece, By = Actor.Reader.Name, Text = text, At = now, MailId = mail };
}
