namespace Zhizhuxia.Mail.Reading;

/// <summary>What a bounce says (RFC 3464).</summary>
/// <param name="Ids">Wherever the Message-ID of the mail that came back may stand: everything that looks like one of ours.</param>
/// <param name="IsFinal">It will not arrive any more; false while it is only delayed.</param>
/// <param name="Status">Why, in RFC 3463's numbers, for example 5.1.1; null if it does not say.</param>
/// <param name="Diagnostic">Why, in the other server's words; one line.</param>
public sealed record ReturnedMail(IReadOnlyList<string> Ids, bool IsFinal, string? Status, string? Diagnostic);
