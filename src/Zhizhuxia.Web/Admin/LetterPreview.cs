using Zhizhuxia.Mail;

namespace Zhizhuxia.Web.Admin;

/// <summary>A letter as it would go by the words on the page.</summary>
/// <param name="Fault">Why these words cannot be saved, a code of RefusalTexts; null: they can.</param>
public sealed record LetterPreview(LetterSample Sample, string? Fault);
