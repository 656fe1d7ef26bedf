using System.Text.RegularExpressions;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>The words of a piece that a mail makes.</summary>
/// <param name="Title">The subject without what mail programs put before it, and without 投稿：, else the words' first line.</param>
/// <param name="Text">Cut to what a piece has.</param>
/// <param name="Material">What a link's or proposal's reader wrote, longer; null if nothing.</param>
public sealed partial record MailedWords(string Title, string Text, string? Material)
{
    private const int LongestTitle = 40;
    private const int LongestText = 800;
    private const int LongestMaterial = 4000;
    private const int LongestName = 20;

    public static MailedWords Of(string? subject, string text)
    {
        var words = PlainText.Block(text) ?? "";
        return new(TitleOf(subject, words), Cut(words, LongestText), words.Length > 0 ? Cut(words, LongestMaterial) : null);
    }

    /// <param name="name">As the mail gives it.</param>
    /// <param name="address">The sender's, or null.</param>
    public static string NameOf(string? name, string? address) => Cut(PlainText.Line(name) ?? address?.Split('@')[0] ?? "来信读者", LongestName);

    private static string TitleOf(string? subject, string words)
    {
        var said = Prefixes().Replace(PlainText.Line(subject) ?? "", "").Trim();
        var title = said.Length > 0 ? said : words.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 1) ?? "";
        return title.Length < 2 ? $"邮件来稿{title}" : Cut(title, LongestTitle);
    }

    private static string Cut(string text, int longest) => PlainText.Count(text) <= longest
        ? text
        : string.Concat(text.EnumerateRunes().Take(longest - 1).Select(rune => rune.ToString())) + "…";

    /// <summary>Of mail programs, and the word that says only that it is one: 投稿：….</summary>
    [GeneratedRegex(
        @"^(?:\s*(?:(?:re|fwd?|回复|答复|转发|轉寄|回覆)\s*(?:\[\d+\])?\s*[:：]|[【\[]\s*(?:知株侠)?(?:投稿|来稿)\s*[】\]]\s*[:：]?|(?:知株侠)?(?:投稿|来稿)\s*(?:[:：]|—+|-+|$)))+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Prefixes();
}
