using Zhizhuxia.Mail.Mime;

namespace Zhizhuxia.Mail;

/// <summary>A mail ready to go. Its bytes are made by <see cref="MimeWriter"/>.</summary>
public sealed record OutgoingMail
{
    /// <summary>With angle brackets. A repeat carries the same.</summary>
    public required string MessageId { get; init; }

    public required string FromName { get; init; }

    public required MailAddress From { get; init; }

    public required MailAddress To { get; init; }

    /// <summary>Any words; made safe and cut when written.</summary>
    public required string Subject { get; init; }

    /// <summary>Plain text; the HTML part is made from it.</summary>
    public required string Text { get; init; }

    public required DateTimeOffset Date { get; init; }

    /// <summary>Message-ID of the mail this one answers by itself, with angle brackets; null if it answers none.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>Message-IDs of the mails it follows without answering them, the oldest first, so that the reader's program shows them together.</summary>
    public IReadOnlyList<string> Thread { get; init; } = [];
}
