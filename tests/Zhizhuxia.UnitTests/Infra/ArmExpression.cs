using System.Globalization;

namespace Zhizhuxia.UnitTests.Infra;

/// <summary>Reads one expression of an ARM template and works it out, as far as ours uses the language. What only Azure knows stays a word in angle brackets.</summary>
/// <param name="text">Without the outer brackets.</param>
/// <param name="call">Carries out a function: name, arguments.</param>
internal sealed class ArmExpression(string text, Func<string, IReadOnlyList<string>, string> call)
{
    private int _at;

    /// <exception cref="FormatException">Not an expression.</exception>
    public string Evaluate()
    {
        var value = Value();
        return _at == text.Length ? value : throw Wrong();
    }

    private string Value()
    {
        Skip();
        if (_at >= text.Length)
            throw Wrong();
        return text[_at] switch
        {
            '\'' => Literal(),
            >= '0' and <= '9' or '-' => Word(),
            _ => Members(call(Word(), Arguments())),
        };
    }

    private string Literal()
    {
        var begin = ++_at;
        while (_at < text.Length && (text[_at] != '\'' || (_at + 1 < text.Length && text[_at + 1] == '\'')))
            _at += text[_at] == '\'' ? 2 : 1;
        if (_at >= text.Length)
            throw Wrong();
        return text[begin.._at++].Replace("''", "'", StringComparison.Ordinal);
    }

    private string Word()
    {
        var begin = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] == '-'))
            _at++;
        return _at > begin ? text[begin.._at] : throw Wrong();
    }

    private List<string> Arguments()
    {
        Take('(');
        List<string> arguments = [];
        Skip();
        while (_at < text.Length && text[_at] != ')')
        {
            arguments.Add(Value());
            Skip();
            if (_at < text.Length && text[_at] == ',')
                _at++;
        }
        Take(')');
        return arguments;
    }

    private string Members(string value)
    {
        while (_at < text.Length && text[_at] == '.')
        {
            _at++;
            value = $"<{value}.{Word()}>";
        }
        return value;
    }

    private void Take(char sign)
    {
        Skip();
        if (_at >= text.Length || text[_at] != sign)
            throw Wrong();
        _at++;
    }

    private void Skip()
    {
        while (_at < text.Length && text[_at] == ' ')
            _at++;
    }

    private FormatException Wrong() => new(string.Create(CultureInfo.InvariantCulture, $"No expression at {_at}: {text}"));
}
