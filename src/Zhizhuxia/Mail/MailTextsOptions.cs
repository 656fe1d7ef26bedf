using System.ComponentModel.DataAnnotations;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>Section <c>MailTexts</c>: the newspaper's own words for its letters, over those of <see cref="LetterTemplates"/>.</summary>
public sealed class MailTextsOptions : IValidatableObject
{
    public const string Section = "MailTexts";

    /// <summary>By <see cref="LetterTemplates.KeyOf"/>.</summary>
    public Dictionary<string, LetterText> Texts { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from text in Texts
        where !LetterTemplates.All.ContainsKey(text.Key) || LetterTemplates.Fault(text.Key, text.Value) is not null
        select new ValidationResult($"MailTexts:Texts:{text.Key} is no letter, or not one that can be sent", [nameof(Texts)]);
}
