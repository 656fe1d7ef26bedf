using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Zhizhuxia.Mail.Reading;

/// <summary>Turns HTML into text in one pass. Builds no tree, runs nothing, loads nothing.</summary>
internal sealed partial class HtmlReader
{
    private const int MostLinks = 1000;

    private static readonly string[] _blocks =
    [
        "br", "p", "div", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr", "section", "article", "header", "footer",
    ];

    private static readonly string[] _hidden = ["script", "style", "title", "noscript", "template", "svg", "object"];

    private readonly string _html;
    private readonly StringBuilder _text = new();
    private readonly List<PlacedLink> _links = [];
    private readonly int _lastClose;
    private int _at;

    private HtmlReader(string html) => (_html, _lastClose) = (html, html.LastIndexOf('>'));

    /// <summary>Reads any text; what is no tag is words.</summary>
    public static HtmlWords Read(string html)
    {
        var reader = new HtmlReader(html);
        while (reader._at < html.Length)
            reader.Step();
        return new(reader._text.ToString(), reader._links);
    }

    private void Step()
    {
        var open = _html.IndexOf('<', _at);
        if (open < 0)
            open = _html.Length;
        AddWords(_html[_at..open]);
        _at = open;
        if (open == _html.Length)
            return;
        if (_html.AsSpan(open).StartsWith("<!--"))
        {
            _at = After("-->", open + 4);
            return;
        }
        var close = IsTagStart(open) ? TagEnd(open) : -1;
        if (close < 0)
        {
            AddWords("<");
            _at = open + 1;
            return;
        }
        _at = close + 1;
        Tag(_html[(open + 1)..close]);
    }

    /// <summary>Without a ">" to come nothing is a tag; that is looked up once, not from each "&lt;" anew.</summary>
    private bool IsTagStart(int open) => open < _lastClose && (char.IsAsciiLetter(_html[open + 1]) || _html[open + 1] is '/' or '!' or '?');

    /// <summary>A ">" within quotes does not end a tag; quotes that are never closed do not hide the rest.</summary>
    private int TagEnd(int open)
    {
        var first = _html.IndexOf('>', open);
        var close = first;
        for (var tries = 0; tries < 4 && close >= 0; tries++)
        {
            if (_html.AsSpan(open, close - open).Count('"') % 2 == 0)
                return close;
            close = _html.IndexOf('>', close + 1);
        }
        return first;
    }

    private void Tag(string tag)
    {
        var name = TagName().Match(tag).Groups[1].Value.ToLowerInvariant();
        if (_hidden.Contains(name) && !tag.StartsWith('/') && !tag.EndsWith('/'))
            _at = After($"</{name}", _at);
        else if (_blocks.Contains(name))
            Break(name == "br");
        else if (name is "td" or "th")
            AddWords(" ");
        if (!tag.StartsWith('/') && tag.Length < 8000)
            Link(tag);
    }

    private void Link(string tag)
    {
        string? url = null;
        DateTimeOffset? expires = null;
        foreach (Match attribute in Attribute().Matches(tag))
        {
            var value = WebUtility.HtmlDecode(attribute.Groups["value"].Value).Trim();
            if (!attribute.Groups["name"].ValueSpan.Equals("expiretime", StringComparison.OrdinalIgnoreCase))
                url ??= value.StartsWith("http%3A", StringComparison.OrdinalIgnoreCase) ? Uri.UnescapeDataString(value) : value;
            else if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 100_000_000_000)
                expires = DateTimeOffset.FromUnixTimeSeconds(seconds);
        }
        if (url is not null && url.StartsWith("http", StringComparison.OrdinalIgnoreCase) && _links.Count < MostLinks)
            _links.Add(new(_text.Length, url, expires));
    }

    private int After(string mark, int from)
    {
        var at = _html.IndexOf(mark, Math.Min(from, _html.Length), StringComparison.OrdinalIgnoreCase);
        return at < 0 ? _html.Length : at + (mark[0] == '<' ? 0 : mark.Length);
    }

    /// <summary>A block begins a line; a break ends one even if it is empty, but leaves no more than one empty.</summary>
    private void Break(bool isForced)
    {
        while (_text.Length > 0 && _text[^1] == ' ')
            _text.Length--;
        var isFresh = _text.Length == 0 || _text[^1] == '\n';
        if (!isFresh || (isForced && _text.Length > 1 && _text[^2] != '\n'))
            _text.Append('\n');
    }

    /// <summary>Runs of white space are one blank.</summary>
    private void AddWords(string html)
    {
        foreach (var character in html.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(html) : html)
        {
            if (character is not (' ' or '\t' or '\r' or '\n' or '\u00A0'))
                _text.Append(character);
            else if (_text.Length > 0 && _text[^1] is not (' ' or '\n'))
                _text.Append(' ');
        }
    }

    [GeneratedRegex(@"^/?\s*([A-Za-z0-9]{1,20})", RegexOptions.CultureInvariant)]
    private static partial Regex TagName();

    [GeneratedRegex("""(?<![\w-])(?<name>href|downloadlink|expiretime)\s*=\s*(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"'>]+))""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();
}
