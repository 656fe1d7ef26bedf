using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>A letter as it would go, about a piece that does not exist.</summary>
/// <param name="Note">How the piece came, where the words depend on it.</param>
/// <param name="Html">Inside of the HTML part's body; everything in it is escaped.</param>
public sealed record LetterSample(LetterKind Kind, string Subject, string Text, string Html, string Note);
