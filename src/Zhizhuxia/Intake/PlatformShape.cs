using System.Text.RegularExpressions;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>One shape of a platform's addresses.</summary>
/// <param name="pattern">Over <c>host/path?query</c>; its groups called id, in their order, are the id.</param>
/// <param name="forwards">The address is only a forwarding one: the app's words around it may say that it leads elsewhere.</param>
/// <param name="canonical">Of two ways to write one part of the id the one that keys have.</param>
/// <param name="numberedBy">Name of the platform whose numbers these are, if two share them: keys begin with it.</param>
public sealed class PlatformShape(LinkKind kind, string pattern, bool forwards = false, Func<string, string>? canonical = null, string? numberedBy = null)
{
    private readonly Regex _pattern = new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled, TimeSpan.FromSeconds(1));

    public LinkKind Kind => kind;

    public bool Forwards => forwards;

    public string? NumberedBy => numberedBy;

    /// <summary>The id in an address of this shape, or null.</summary>
    public string? IdIn(string hostPathQuery) => _pattern.Match(hostPathQuery) is { Success: true } match
        ? string.Join('.', match.Groups["id"].Captures.Select(part => canonical is null ? part.Value : canonical(part.Value)))
        : null;
}
