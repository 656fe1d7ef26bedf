namespace Zhizhuxia.Intake;

/// <summary>What is wrong with one field.</summary>
/// <param name="Field">Property of <see cref="SubmissionForm"/>.</param>
/// <param name="Code">A key of RefusalTexts.</param>
public sealed record FieldError(string Field, string Code)
{
    /// <summary>What to tell the reader.</summary>
    public string Sentence => RefusalTexts.Of(Code);
}
