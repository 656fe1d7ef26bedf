using System.Globalization;
using System.Text.RegularExpressions;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail.Reading;

/// <summary>Finds 超大附件 of QQ, Foxmail, 163 and their like by the addresses they lie at and the words they are announced with.</summary>
internal static partial class LargeAttachmentFinder
{
    private const int Most = 50;

    /// <summary>An address at which a mail provider keeps them.</summary>
    public static bool IsPlace(string url) => Place().IsMatch(url);

    /// <summary>Finds them in one text, each once.</summary>
    public static IReadOnlyList<LargeAttachment> Find(HtmlWords words)
    {
        var urls = words.Links.Where(link => IsPlace(link.Url))
            .Concat(Address().Matches(words.Text).Where(match => IsPlace(match.Value)).Select(match => new PlacedLink(match.Index, match.Value, null)))
            .OrderBy(link => link.At).ToList();
        if (urls.Count == 0 && !Announced().IsMatch(words.Text))
            return [];
        var entries = Entry().Matches(words.Text).Take(Most).ToList();
        var found = new List<LargeAttachment>();
        var used = new HashSet<string>();
        for (var at = 0; at < entries.Count; at++)
        {
            var from = at == 0 ? 0 : entries[at - 1].Index + entries[at - 1].Length;
            var to = at + 1 < entries.Count ? StartOf(words.Text, entries[at + 1].Index) : words.Text.Length + 1;
            var name = Name(words.Text, from, entries[at].Index);
            var url = Nearest(urls, from, to, entries[at].Index, used);
            found.Add(new(name, entries[at].Groups["size"].Value, url?.Url, url?.Expires ?? Date(entries[at].Groups["date"].Value)));
        }
        found.AddRange(urls.Where(url => used.Add(url.Url)).Take(Most).Select(url => new LargeAttachment(null, null, url.Url, url.Expires)));
        return found;
    }

    /// <summary>Of both forms of one mail: what the second knows of a file that the first has as well is left out.</summary>
    public static IReadOnlyList<LargeAttachment> Together(IEnumerable<LargeAttachment> all)
    {
        var together = new List<LargeAttachment>();
        foreach (var one in all)
        {
            if (!together.Exists(known => (one.Url is not null && known.Url == one.Url) || (one.Name is not null && known.Name == one.Name && known.Size == one.Size)))
                together.Add(one);
        }
        return together;
    }

    /// <summary>The name's link stands before its size, the download's behind it; the same address counts once.</summary>
    private static PlacedLink? Nearest(List<PlacedLink> urls, int from, int to, int entry, HashSet<string> used)
    {
        var near = urls.Where(url => url.At >= from && url.At < to && !used.Contains(url.Url)).ToList();
        var chosen = near.LastOrDefault(url => url.At <= entry) ?? near.FirstOrDefault();
        if (chosen is not null)
            used.Add(chosen.Url);
        return chosen is null ? null : chosen with { Expires = chosen.Expires ?? near.FirstOrDefault(url => url.Url == chosen.Url && url.Expires is not null)?.Expires };
    }

    /// <summary>The words before the size: on its line, or on the line above.</summary>
    private static string? Name(string text, int from, int entry)
    {
        var before = text[from..entry].TrimEnd();
        var name = Leftover().Replace(before.Split('\n')[^1], "").Trim();
        return name.Length is 0 or > 300 ? null : name;
    }

    private static int StartOf(string text, int entry) => text.LastIndexOf('\n', Math.Max(0, entry - 1)) is var line && line > 0 ? line : 0;

    private static DateTimeOffset? Date(string words)
    {
        if (Day().Match(words) is not { Success: true } match)
            return null;
        var (year, month, day, hour, minute) = (Number(1), Number(2), Number(3), Number(4), Number(5));
        var valid = year > 2000 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) && hour < 24 && minute < 60;
        return valid ? Beijing.At(new(year, month, day, hour, minute, 0)) : null;

        int Number(int group) => match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"^https?://(?:(?:i?wx\.)?mail\.(?:qq|foxmail)\.com/(?:cgi-bin/(?:ftnExs_|exs_ftn)|ftn/)|(?:i?wx\.|mail\.)?(?:exmail|foxmail)\.(?:qq\.)?com/(?:cgi-bin/ftnExs_|ftn/)|mail\.(?:163|126|yeah)\.(?:com|net)/large-attachment-download/|dashi\.163\.com/html/cloud-attachment-download|fs\.163\.com/fs/display)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex("https?://[!-~]+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex("发来的(?:超大附件|云附件)", RegexOptions.CultureInvariant)]
    private static partial Regex Announced();

    /// <summary>(128.03M, 2026年11月27日 21:59 到期) or (12M, 无限期).</summary>
    [GeneratedRegex(@"[（(]\s*(?<size>\d+(?:\.\d+)?\s*[KMGTkmgt]?[Bb]?)\s*[,，]?\s*(?:(?<date>\d{4}[^()（）\n]{1,40}?)\s*(?:到期|过期)|无限期)\s*[)）]", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();

    [GeneratedRegex(@"(\d{4})[年/.-](\d{1,2})[月/.-](\d{1,2})日?\s*(?:(\d{1,2}):(\d{2}))?", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    /// <summary>What stands before a name on the same line.</summary>
    [GeneratedRegex(@"^.*(?:发来的(?:超大附件|云附件)|进入下载页面[：:]?(?:\s*https?://[!-~]+)?|下载)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Leftover();
}
