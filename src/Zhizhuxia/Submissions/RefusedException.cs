namespace Zhizhuxia.Submissions;

/// <summary>A rule says no. The text to show is RefusalTexts of the code, with the arguments put in.</summary>
/// <param name="code">Stable, kebab-case; a key of RefusalTexts.</param>
/// <param name="arguments">For the placeholders of the text.</param>
public sealed class RefusedException(string code, params IReadOnlyList<object> arguments) : Exception(code)
{
    public string Code { get; } = code;

    public IReadOnlyList<object> Arguments { get; } = arguments;
}
