using System.Text;
using System.Text.RegularExpressions;

namespace Zhizhuxia.UnitTests.Mail;

/// <summary>
/// A reader of one mail as RFC 5322, 2045–2047 and 2231 have it, that fails on whatever a strict server may refuse.
/// Written apart from the writer, so that one mistake is not made on both sides.
/// </summary>
internal sealed partial class StrictMail
{
    private StrictMail(string raw)
    {
        var end = raw.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        Assert.True(end > 0, "no empty line behind the header");
        Body = raw[(end + 4)..];
        foreach (var field in FoldedLine().Replace(raw[..end], "$1").Split("\r\n"))
        {
            var colon = field.IndexOf(':', StringComparison.Ordinal);
            Assert.Matches(@"\A[A-Za-z][A-Za-z-]*\z", field[..colon]);
            Fields.Add((field[..colon], field[(colon + 1)..].Trim()));
        }
    }

    public List<(string Name, string Value)> Fields { get; } = [];

    public string Body { get; }

    public static StrictMail Read(byte[] bytes)
    {
        Assert.All(bytes, b => Assert.True(b is 13 or 10 or (>= 32 and < 127), $"byte {b}"));
        var raw = Encoding.ASCII.GetString(bytes);
        Assert.Equal(raw.Count(c => c == '\n'), raw.Split("\r\n").Length - 1);
        Assert.Equal(raw.Count(c => c == '\r'), raw.Split("\r\n").Length - 1);
        Assert.All(raw.Split("\r\n"), line => Assert.True(line.Length <= 998, $"{line.Length} characters"));
        Assert.All(raw.Split("\r\n").Where(line => line.Contains("=?", StringComparison.Ordinal)), line => Assert.True(line.Length <= 76, line));
        return new StrictMail(raw);
    }

    /// <summary>The one field of this name, encoded words read.</summary>
    public string this[string name] => Decode(Assert.Single(Fields, field => field.Name == name).Value);

    public IReadOnlyList<StrictMail> Parts()
    {
        var boundary = Parameter(this["Content-Type"], "boundary");
        var pieces = ("\r\n" + Body).Split("\r\n--" + boundary);
        Assert.Equal("--\r\n", pieces[^1]);
        Assert.Empty(pieces[0]);
        return [.. pieces[1..^1].Select(piece => new StrictMail(piece[2..]))];
    }

    /// <summary>The text of a part in base64.</summary>
    public string Text()
    {
        Assert.Equal("base64", this["Content-Transfer-Encoding"]);
        Assert.Equal("utf-8", Parameter(this["Content-Type"], "charset"));
        Assert.All(Body.Split("\r\n"), line => Assert.True(line.Length <= 76));
        return Utf8(Convert.FromBase64String(Body));
    }

    /// <summary>A parameter: plain, quoted, or RFC 2231 in one or several parts.</summary>
    public static string Parameter(string value, string name)
    {
        var parts = value.Split(';').Skip(1).Select(part => part.Trim().Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        if (parts.TryGetValue(name, out var plain))
            return plain.Trim('"');
        var pieces = parts.TryGetValue(name + "*", out var one) ? [one] : Enumerable.Range(0, parts.Count).Select(i => parts[$"{name}*{i}*"]).ToArray();
        Assert.StartsWith("utf-8''", pieces[0], StringComparison.Ordinal);
        pieces[0] = pieces[0]["utf-8''".Length..];
        return string.Concat(pieces.Select(piece => Utf8(Percent(piece)))); // each part ends with a whole character
    }

    /// <summary>RFC 2047 §6.2: white space between two adjacent encoded words is dropped; each word is decoded for itself.</summary>
    public static string Decode(string value) => Word().Replace(BetweenWords().Replace(value, "$1"), word =>
    {
        Assert.True(word.Length <= 75, word.Value);
        return Utf8(Convert.FromBase64String(word.Groups[1].Value));
    });

    private static byte[] Percent(string piece)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < piece.Length; i++)
        {
            bytes.Add(piece[i] == '%' ? Convert.FromHexString(piece.AsSpan(i + 1, 2))[0] : (byte)piece[i]);
            i += piece[i] == '%' ? 2 : 0;
        }

        return [.. bytes];
    }

    private static string Utf8(byte[] bytes) => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);

    [GeneratedRegex(@"\r\n([ \t])")]
    private static partial Regex FoldedLine();

    [GeneratedRegex(@"=\?utf-8\?B\?([A-Za-z0-9+/=]*)\?=")]
    private static partial Regex Word();

    [GeneratedRegex(@"(\?=)\s+(?==\?)")]
    private static partial Regex BetweenWords();
}
