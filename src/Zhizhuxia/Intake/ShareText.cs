using System.Text;
using System.Text.RegularExpressions;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>Reads what an app's 分享 gives: finds the addresses, and knows them again. Pure; opens nothing.</summary>
public static partial class ShareText
{
    /// <summary>Names that say on every site who shared what and where; <c>utm_…</c> too.</summary>
    private static readonly string[] _tracking = ["spm", "spm_id_from", "vd_source", "igshid", "fbclid", "gclid", "sharer_shareid", "sharer_shareinfo", "xhsshare"];

    /// <summary>Names that say so on a site of <see cref="Platforms"/>; elsewhere they may be what the page or the film is found by.</summary>
    private static readonly string[] _trackingOfPlatforms =
    [
        "from_spmid", "from_source", "unique_k", "share_source", "share_medium", "share_plat", "share_session_id", "share_tag",
        "share_times", "share_from", "share_id", "shareid", "share_token", "sharetoken", "share_link_id", "share_sign", "share_version",
        "share_app_id", "share_from_user_hidden", "app_platform", "app_version", "author_share", "apptime", "appuid", "timestamp", "ts", "u_code", "did", "iid",
        "region", "mid_share", "is_story_h5", "plat_id", "buvid", "is_from_webapp", "sender_device", "sender_web_id", "previous_page", "enter_from", "enter_method",
        "activity_info", "tt_from", "upstream_biz", "use_new_style", "req_id", "cc", "si", "feature", "chksm", "click_id", "scene", "ptag", "wm", "sourcetype", "live_from",
    ];

    /// <summary>Finds every address, in the order of the text.</summary>
    public static SharedText Parse(string? text)
    {
        var whole = text ?? "";
        var found = new List<Place>();
        var refused = Dangerous().IsMatch(whole);
        foreach (Match match in Start().Matches(whole))
        {
            if (found.Count > 0 && match.Index < found[^1].End)
                continue; // within the address before
            var scheme = match.Groups["scheme"];
            var from = match.Index + scheme.Length;
            var end = from + BeforeNext(whole[from..EndOf(whole, from)]);
            var typed = Trimmed(whole[from..end]);
            var address = AddressOf($"{(scheme.Value.StartsWith("http:", StringComparison.OrdinalIgnoreCase) ? "http" : "https")}://{typed}");
            if (scheme.Value.EndsWith("://", StringComparison.Ordinal) || (address is not null && address.AbsolutePath.Length > 1 && Platforms.Of(address.IdnHost) is not null))
                found.Add(new(match.Index, from + typed.Length, end, address));
        }
        refused |= found.Any(place => place.Address is null);
        if (found.Count == 0)
            found.AddRange(Numbers(whole));
        var links = found.Where(place => place.Address is not null)
            .Select(place => Read(place.Address!, whole, place, found)).GroupBy(link => link.Key).Select(Together).ToList();
        return new(links, refused, ShareWords.Own(Without(whole, found), links.Any(link => link.Kind is LinkKind.CloudDisk)));
    }

    /// <summary>An address by itself: what it is when no words stand around it.</summary>
    public static SharedLink Read(Uri address) => Read(address, "", null, []);

    /// <summary>What was pasted twice, in whatever form, is one; a code that stood beside either counts.</summary>
    private static SharedLink Together(IEnumerable<SharedLink> same) =>
        same.First() with { Code = same.FirstOrDefault(link => link.Code is not null)?.Code, Expires = same.FirstOrDefault(link => link.Expires is not null)?.Expires };

    private static SharedLink Read(Uri address, string text, Place? place, List<Place> all)
    {
        var host = address.IdnHost.TrimEnd('.').ToLowerInvariant();
        var platform = Platforms.Of(host);
        var plain = new UriBuilder(address)
        {
            Host = host, Query = WithoutTracking(address.Query, platform is not null), Fragment = Route(address.Fragment), Port = -1,
        }.Uri;
        var url = Shown(plain);
        var whole = url[(url.IndexOf("://", StringComparison.Ordinal) + 3)..];
        if (platform is null)
            return FilmFile().IsMatch(plain.AbsolutePath)
                ? new(url, Platforms.Media, LinkKind.Video, $"{Platforms.Media}:{whole}", null, null)
                : new(url, Platforms.Unknown, LinkKind.Page, $"{Platforms.Unknown}:{whole.TrimEnd('/')}", null, null);
        var (shape, id) = platform.Shapes.Select(shape => (Shape: shape, Id: shape.IdIn(whole))).FirstOrDefault(pair => pair.Id is not null);
        var key = $"{shape?.NumberedBy ?? platform.Name}:{id ?? whole.TrimEnd('/')}";
        if (shape is null)
            return new(url, platform.Name, LinkKind.Page, key, null, null);
        if (shape.Kind is LinkKind.CloudDisk)
            return new(url, platform.Name, shape.Kind, key, CodeIn(address.Query) ?? DiskWords.Code(Around(text, place, all)), DiskWords.Expiry(Around(text, place, all)));
        return new(url, platform.Name, shape.Forwards ? ShareWords.KindBy(Beside(text, place, all)) ?? shape.Kind : shape.Kind, key, null, null);
    }

    /// <summary>What is said of one address: from the one before to the one behind it; a cloud disk's code may stand on either side.</summary>
    private static string Around(string text, Place? place, List<Place> all)
    {
        if (place is null)
            return "";
        var at = all.IndexOf(place);
        var from = at > 0 ? all[at - 1].To : 0;
        var to = at + 1 < all.Count ? all[at + 1].From : text.Length;
        return all.Count > 1 && at > 0 ? text[place.To..to] : $"{text[place.To..to]}\n{text[from..place.From]}";
    }

    /// <summary>As <see cref="Around"/>; of several shares, which apps write in one line each, only its own line.</summary>
    private static string Beside(string text, Place? place, List<Place> all)
    {
        if (place is null || all.Count == 1)
            return Around(text, place, all);
        var from = text.LastIndexOf('\n', place.From) + 1;
        var to = text.IndexOf('\n', place.To) is var end and >= 0 ? end : text.Length;
        return all.Exists(other => other != place && other.From >= from && other.To <= to) ? Around(text, place, all) : text[from..to];
    }

    private static string Without(string text, List<Place> places)
    {
        var rest = new StringBuilder();
        var at = 0;
        foreach (var place in places)
        {
            rest.Append(text, at, place.From - at).Append(' ');
            at = place.To;
        }
        return rest.Append(text, at, text.Length - at).ToString();
    }

    private static string Shown(Uri address) => address.GetComponents(UriComponents.HttpRequestUrl | UriComponents.Fragment, UriFormat.UriEscaped);

    /// <summary>Pages that are one program find what they show by it, <c>#/w/i/2nQQ</c>; any other fragment is a place on the page.</summary>
    private static string Route(string fragment) => fragment.StartsWith("#/", StringComparison.Ordinal) || fragment.StartsWith("#!", StringComparison.Ordinal) ? fragment : "";

    private static string WithoutTracking(string query, bool ofPlatform) => string.Join('&', query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Where(pair => pair.Split('=')[0] is var name && !name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase)
            && !_tracking.Contains(name, StringComparer.OrdinalIgnoreCase) && !(ofPlatform && _trackingOfPlatforms.Contains(name, StringComparer.OrdinalIgnoreCase))));

    private static string? CodeIn(string query) => Password().Match(query) is { Success: true } match ? match.Groups[1].Value : null;

    private static int EndOf(string text, int from)
    {
        var at = from;
        while (at < text.Length && Rune.TryGetRuneAt(text, at, out var rune) && Belongs(rune))
            at += rune.Utf16SequenceLength;
        return at;
    }

    /// <summary>Where another address begins within one: behind a comma, or glued to a platform's, whose paths hold none; else its length.</summary>
    private static int BeforeNext(string address) => Scheme().Matches(address)
        .FirstOrDefault(next => next.Index > 0 && (address[next.Index - 1] is ',' or ';' or '|' || IsOfPlatform(address[..next.Index])))?.Index ?? address.Length;

    private static bool IsOfPlatform(string text) => LinkAddress.Parse($"https://{text}") is { Query: "", Fragment: "" } address && Platforms.Of(address.IdnHost) is not null;

    /// <summary>Copied out of a page's source, its signs are spelt out.</summary>
    private static Uri? AddressOf(string typed) => LinkAddress.Parse(Spelt().Replace(typed, "").Replace("&amp;", "&", StringComparison.OrdinalIgnoreCase));

    /// <summary>Numbers that stand alone and say where they lead.</summary>
    private static IEnumerable<Place> Numbers(string text) =>
        from number in Platforms.Table.Select(platform => platform.Number).OfType<PlatformNumber>()
        from match in number.Matches(text)
        select new Place(match.Index, match.Index + match.Length, match.Index + match.Length, new($"{number.Page}{match.Value}"));

    /// <summary>White space, Chinese characters, full-width signs, brackets, emoji and invisible blanks end an address; foreign letters do not, so that a lookalike name is seen whole.</summary>
    private static bool Belongs(Rune rune)
    {
        if (rune.IsAscii)
            return rune.Value is > 0x20 and < 0x7F and not ('<' or '>' or '"' or '{' or '}' or '|' or '^' or '`');
        return Rune.IsLetter(rune) && rune.Value is < 0x1100 or (> 0x11FF and < 0x2E80);
    }

    /// <summary>Without the signs of the sentence that it stands in.</summary>
    private static string Trimmed(string address)
    {
        var end = address.Length;
        while (end > 0 && (".,;:!?'*~]".Contains(address[end - 1], StringComparison.Ordinal)
            || (address[end - 1] == ')' && address.AsSpan(0, end).Count(')') > address.AsSpan(0, end).Count('('))))
            end--;
        return address[..end];
    }

    /// <summary>One address as it lies in the text.</summary>
    /// <param name="To">Without the sentence's signs.</param>
    /// <param name="End">With them.</param>
    /// <param name="Address">Null if it may not be opened.</param>
    private sealed record Place(int From, int To, int End, Uri? Address);

    /// <summary>With its scheme; with one that a thumb has broken, https：//; or a name that is no part of a mail address or of another name, as platforms print it: www.bilibili.com/….</summary>
    [GeneratedRegex(@"(?<scheme>https?(?:://|[:：]?[/／]{1,2}))|(?<![a-z0-9@./:_-])(?:[a-z0-9-]+\.)+[a-z]{2,}/", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Start();

    [GeneratedRegex("(?:&(?:nbsp|gt|lt|quot|#[0-9]+);?)+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spelt();

    [GeneratedRegex("https?://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"(?<![a-z])(?:javascript|data|vbscript|file|blob|ftp|gopher):(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dangerous();

    [GeneratedRegex(@"\.(?:mp4|mov|m4v|webm|mkv|avi|flv|m3u8|3gp|mts)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FilmFile();

    [GeneratedRegex(@"[?&](?:pwd|password)=([0-9a-z]{4,8})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Password();
}
