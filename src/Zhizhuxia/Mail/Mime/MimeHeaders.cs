using System.Globalization;
using System.Text;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail.Mime;

/// <summary>Builds a block of header fields: ASCII but for addresses that are not (RFC 6532), folded at 76 characters (RFC 5322 §2.1.1, RFC 2047 §2).</summary>
internal sealed class MimeHeaders
{
    private const int LineLength = 76;

    /// <summary>No line may have more than 998 characters.</summary>
    private const int LongestWord = 990;

    private readonly StringBuilder _lines = new();
    private int _column;

    /// <summary>A field of our own words. White space is where it may be folded.</summary>
    /// <exception cref="FormatException">Something other than printable ASCII, which would break or forge a header; or a word longer than a line.</exception>
    public MimeHeaders Add(string name, string value)
    {
        Begin(name);
        foreach (var word in value.Split(' '))
            Append(word);
        return End();
    }

    /// <summary>A field of anybody's words: encoded unless plain.</summary>
    public MimeHeaders AddText(string name, string text)
    {
        Begin(name);
        AppendText(text, IsPlain);
        return End();
    }

    /// <summary>A display name, which may be empty, and its address.</summary>
    public MimeHeaders AddAddress(string name, string display, MailAddress address)
    {
        Begin(name);
        if (display.Length > 0)
            AppendText(display, IsAtoms);
        Place(display.Length > 0 ? $"<{address.Address}>" : address.Address);
        return End();
    }

    /// <summary>RFC 5322 §3.3, in the newsroom's time.</summary>
    public MimeHeaders AddDate(string name, DateTimeOffset date)
    {
        var day = Beijing.Local(date).ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture);
        return Add(name, $"{day} +0800");
    }

    /// <summary>A value with one parameter, as in <c>multipart/mixed; boundary="…"</c>.</summary>
    public MimeHeaders Add(string name, string value, string parameter, string parameterValue)
    {
        Begin(name);
        var parts = MimeParameter.Format(parameter, parameterValue).ToList();
        Append($"{value};");
        for (var i = 0; i < parts.Count; i++)
            Append(i < parts.Count - 1 ? $"{parts[i]};" : parts[i]);
        return End();
    }

    /// <summary>All fields, each ended by CR LF, without the empty line behind them.</summary>
    public override string ToString() => _lines.ToString();

    private void AppendText(string text, Predicate<string> isPlain)
    {
        var words = isPlain(text) ? text.Split(' ') : EncodedWords.Encode(text, LineLength - _column - 1);
        foreach (var word in words)
            Append(word);
    }

    private static bool IsPlain(string text) =>
        !text.Contains("=?", StringComparison.Ordinal)
        && text.Split(' ').All(word => word.Length is > 0 and <= 60 && word.All(c => c is > ' ' and <= '~'));

    /// <summary>Only letters, digits and blanks: what needs no quotes before an address.</summary>
    private static bool IsAtoms(string text) => IsPlain(text) && text.All(c => c == ' ' || char.IsAsciiLetterOrDigit(c));

    private void Begin(string name)
    {
        _lines.Append(name).Append(':');
        _column = name.Length + 1;
    }

    private void Append(string word)
    {
        if (word.Length is 0 or > LongestWord || word.Any(c => c is <= ' ' or > '~'))
            throw new FormatException("A header word is printable ASCII, and fits on a line.");
        Place(word);
    }

    private void Place(string word)
    {
        if (_column + 1 + word.Length > LineLength && _lines[^1] != ':')
        {
            _lines.Append("\r\n");
            _column = 0;
        }

        _lines.Append(' ').Append(word);
        _column += 1 + word.Length;
    }

    private MimeHeaders End()
    {
        _lines.Append("\r\n");
        return this;
    }
}
