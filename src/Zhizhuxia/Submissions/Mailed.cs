namespace Zhizhuxia.Submissions;

/// <summary>The mail that a piece is made of, as <see cref="Verb.Receive"/> needs it.</summary>
/// <param name="SentAt">The clock begins here: when it was sent, as its Date says; when it arrived, where that cannot be right.</param>
/// <param name="MessageId">What the receipt answers; null if it has none that could stand in a header.</param>
/// <param name="IsAnswered">A receipt is sent.</param>
public sealed record Mailed(DateTimeOffset SentAt, string? MessageId, bool IsAnswered);
