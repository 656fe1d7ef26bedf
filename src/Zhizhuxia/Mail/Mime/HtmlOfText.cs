using System.Text;
using System.Text.RegularExpressions;

namespace Zhizhuxia.Mail.Mime;

/// <summary>The HTML part of a mail: its plain text, and nothing that the text does not say.</summary>
internal static partial class HtmlOfText
{
    /// <summary>Paragraphs at empty lines, breaks at the others, web addresses as links; everything else escaped.</summary>
    public static string Of(string text) => $"""
        <!DOCTYPE html>
        <html lang="zh-CN"><head><meta charset="utf-8"></head>
        <body style="font-size:16px;line-height:1.75;max-width:40em">{Paragraphs(text)}
        </body></html>

        """;

    /// <summary>What stands in the body.</summary>
    public static string Paragraphs(string text)
    {
        var html = new StringBuilder();
        foreach (var paragraph in EmptyLines().Split(text.ReplaceLineEndings("\n").Trim('\n')))
            html.Append("\n<p>").Append(Lines(paragraph)).Append("</p>");
        return html.ToString();
    }

    private static string Lines(string paragraph)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (Match link in Address().Matches(paragraph))
        {
            var address = Escape(link.Value);
            html.Append(Escape(paragraph[at..link.Index]) + $"<a href=\"{address}\">{address}</a>");
            at = link.Index + link.Length;
        }

        return html.Append(Escape(paragraph[at..])).ToString();
    }

    /// <summary>Unlike WebUtility, leaves Chinese as it is.</summary>
    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("\n", "<br>\n", StringComparison.Ordinal);

    [GeneratedRegex(@"\n[ \t]*\n\s*")]
    private static partial Regex EmptyLines();

    /// <summary>Ends at white space, Chinese and full-width marks; a last punctuation mark belongs to the sentence.</summary>
    [GeneratedRegex(@"https?://[!-~]*[A-Za-z0-9/#=&_~-]")]
    private static partial Regex Address();
}
