namespace Zhizhuxia.Submissions;

/// <summary>What a mail says, as far as the newsroom needs it again.</summary>
public sealed record MailFacts
{
    public required MailKind Kind { get; init; }

    /// <summary>The sender's name, or empty.</summary>
    public required string FromName { get; init; }

    /// <summary>Where the sender wants answers, where that is another address.</summary>
    public string? ReplyTo { get; init; }

    public string? Subject { get; init; }

    /// <summary>The words, cut to what a page can show.</summary>
    public required string Text { get; init; }

    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>Authentication-Results of our provider, its own words.</summary>
    public string? Authentication { get; init; }

    /// <summary>Codes of what a person should know, some with a name behind a colon.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>How its texts were read: place, declared and used charset.</summary>
    public IReadOnlyList<string> Charsets { get; init; } = [];

    /// <summary>Of a bounce: why our letter came back; null where it does not say, and for other mails.</summary>
    public ReturnCause? Returned { get; init; }

    /// <summary>Why it is answered by nothing; null: it may be.</summary>
    public string? NoReceipt { get; init; }
}

/// <param name="Name">Text to show, never a path.</param>
/// <param name="Type">By content.</param>
/// <param name="Size">Bytes.</param>
/// <param name="IsVideo">By content.</param>
/// <param name="IsTruncated">The mail broke off within it.</param>
public sealed record MailAttachment(string Name, string Type, long Size, bool IsVideo, bool IsTruncated);

/// <param name="Status">In RFC 3463's numbers, for example 5.1.1; or null.</param>
/// <param name="Diagnostic">In the other server's words; or null.</param>
public sealed record ReturnCause(string? Status, string? Diagnostic);
