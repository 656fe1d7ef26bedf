namespace Zhizhuxia.Submissions;

/// <summary>待取原件: a 超大附件 of a mail. It lies with the sender's provider until it expires; a person fetches it, or the reader sends it by our own upload.</summary>
public sealed class AwaitedFile
{
    public required Guid Id { get; init; }

    public required Guid SubmissionId { get; init; }

    /// <summary>Null if the mail does not say.</summary>
    public string? Name { get; init; }

    /// <summary>In the mail's words, such as 128.03M.</summary>
    public string? Size { get; init; }

    /// <summary>Null if only the words were found.</summary>
    public string? Url { get; init; }

    /// <summary>Null if it does not say, or never.</summary>
    public DateTimeOffset? Expires { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The original has come some other way.</summary>
    public DateTimeOffset? DoneAt { get; set; }
}
