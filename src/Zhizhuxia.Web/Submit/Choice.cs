namespace Zhizhuxia.Web.Submit;

/// <summary>One radio of a group.</summary>
/// <param name="Value">Name of the enum's member.</param>
/// <param name="Label">What the reader reads.</param>
/// <param name="Note">A smaller line below, or null.</param>
public sealed record Choice(string Value, string Label, string? Note = null)
{
    public static Choice Of<TEnum>(TEnum value, string label, string? note = null) where TEnum : struct, Enum =>
        new(value.ToString(), label, note);
}
