namespace Zhizhuxia.Mail.Reading;

/// <summary>How a mail of our own is known.</summary>
/// <param name="Addresses">Ours.</param>
/// <param name="IsOwnId">A Message-ID, or null, is ours.</param>
internal sealed record OwnMarks(IReadOnlyList<string> Addresses, Func<string?, bool> IsOwnId);
