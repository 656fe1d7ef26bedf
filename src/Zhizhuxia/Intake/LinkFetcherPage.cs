using System.Text;
using AngleSharp.Html.Parser;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>Reads title and og: tags out of a page's first bytes. No script runs, nothing is loaded.</summary>
internal static class LinkFetcherPage
{
    /// <summary>A page of nothing but opening tags would be a tree too deep to walk; titles stand long before this many.</summary>
    private const int MostTags = 1000;

    static LinkFetcherPage() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // GBK pages

    /// <param name="charset">What the answer's head says, or null: then the page's own word, else UTF-8.</param>
    public static FetchedLink Read(byte[] bytes, string? charset, string url)
    {
        var head = Head(bytes);
        var page = EncodingOf(charset) is { } encoding ? new HtmlParser().ParseDocument(encoding.GetString(head)) : new HtmlParser().ParseDocument(new MemoryStream(head));
        using (page)
        {
            var metas = page.GetElementsByTagName("meta").Select(meta => (Name: meta.GetAttribute("property") ?? meta.GetAttribute("name"), Content: meta.GetAttribute("content"))).ToList();
            return new(null, url,
                Cut(Meta("og:title") ?? page.Title, 200), Cut(Meta("og:author") ?? Meta("og:article:author") ?? Meta("article:author"), 100),
                Cut(Meta("og:description"), 500), LinkAddress.Parse(Meta("og:image")?.Trim())?.AbsoluteUri);

            string? Meta(string name) => metas.FirstOrDefault(meta => string.Equals(meta.Name, name, StringComparison.OrdinalIgnoreCase) && !string.IsNullOrWhiteSpace(meta.Content)).Content;
        }
    }

    private static byte[] Head(byte[] bytes)
    {
        var tags = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] == (byte)'<' && ++tags > MostTags)
                return bytes[..at];
        }
        return bytes;
    }

    private static Encoding? EncodingOf(string? charset)
    {
        var name = charset?.Trim(' ', '"', '\'');
        if (string.IsNullOrEmpty(name))
            return null;
        try
        {
            return Encoding.GetEncoding(name.StartsWith("gb", StringComparison.OrdinalIgnoreCase) ? "gb18030" : name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? Cut(string? text, int most)
    {
        if (PlainText.Line(text) is not { } line || PlainText.Count(line) <= most)
            return PlainText.Line(text);
        return string.Concat(line.EnumerateRunes().Take(most - 1)) + "…";
    }
}
