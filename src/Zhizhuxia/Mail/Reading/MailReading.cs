using Zhizhuxia.Intake;
using Zhizhuxia.Mail.Mime;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail.Reading;

/// <summary>Everything that one message says.</summary>
public sealed record MailReading
{
    public required MailKind Kind { get; init; }

    /// <summary>Why it was set aside: no-header, too-large, too-many-parts, too-deep; null if it was read.</summary>
    public required string? SetAside { get; init; }

    public required MailPerson? From { get; init; }

    public required MailPerson? ReplyTo { get; init; }

    public required string? Subject { get; init; }

    /// <summary>Why it gets no receipt, one word; null: it may get one.</summary>
    public required string? NoReceipt { get; init; }

    /// <summary>In-Reply-To and References, as they came.</summary>
    public required string References { get; init; }

    /// <summary>The topmost Authentication-Results: what the provider that took the mail in says of its sender.</summary>
    public required string? Authentication { get; init; }

    /// <summary>What a bounce says of the mail that came back; null for other mails.</summary>
    public required ReturnedMail? Returned { get; init; }

    public required DateTimeOffset? Date { get; init; }

    /// <summary>When the provider took it in, by the topmost Received; null where there is none.</summary>
    public required DateTimeOffset? Arrived { get; init; }

    /// <summary>With angle brackets, as it came.</summary>
    public required string? MessageId { get; init; }

    /// <summary>The words, HTML turned into text. Empty if there are none.</summary>
    public required string Text { get; init; }

    public required IReadOnlyList<SharedLink> Links { get; init; }

    public required IReadOnlyList<MailPart> Parts { get; init; }

    public required IReadOnlyList<LargeAttachment> LargeAttachments { get; init; }

    public required IReadOnlyList<CharsetDecision> Charsets { get; init; }

    /// <summary>Codes of what a person should know, some with a name behind a colon.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
