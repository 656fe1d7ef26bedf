using Zhizhuxia.Intake;
using Zhizhuxia.Mail.Mime;

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

    public required DateTimeOffset? Date { get; init; }

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
