namespace Zhizhuxia.Intake;

/// <summary>What a mail brings.</summary>
public sealed record MailedPiece
{
    /// <summary>Of the piece to be; the same for the same mail.</summary>
    public required Guid Id { get; init; }

    /// <summary>The sender's name, or null.</summary>
    public required string? Name { get; init; }

    /// <summary>An address that can be written to, or null.</summary>
    public required string? Address { get; init; }

    public required string? Subject { get; init; }

    public required string Text { get; init; }

    public required IReadOnlyList<SharedLink> Links { get; init; }

    public required IReadOnlyList<MailedFilm> Films { get; init; }

    /// <summary>超大附件, and films that broke off.</summary>
    public required IReadOnlyList<AwaitedPart> Awaited { get; init; }

    /// <summary>When it was sent, as its Date says; when it arrived, where that cannot be right.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>What the receipt answers; null if it has none that could stand in a header.</summary>
    public required string? MessageId { get; init; }

    /// <summary>Neither a machine's nor an old mail.</summary>
    public required bool MayBeAnswered { get; init; }

    /// <summary>See <see cref="Submissions.AwaitedFile"/>.</summary>
    public sealed record AwaitedPart(string? Name, string? Size, string? Url, DateTimeOffset? Expires);
}
