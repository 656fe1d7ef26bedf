namespace Zhizhuxia.Intake;

/// <summary>The form cannot be taken as it is: fields and codes for the reader to mend. Nothing has changed.</summary>
public sealed class FormInvalidException(IReadOnlyList<FieldError> errors) : Exception($"{errors.Count} fields to mend")
{
    public IReadOnlyList<FieldError> Errors { get; } = errors;
}
