using System.Text.Json;
using Zhizhuxia.Intake;

namespace Zhizhuxia.Worker;

/// <summary>The JSON of <c>parse-link</c>.</summary>
/// <param name="Links">In the order of the text.</param>
/// <param name="Chosen">The address that counts; null if there is none.</param>
/// <param name="Words">The reader's own words.</param>
internal sealed record ParsedLink(IReadOnlyList<ParsedLink.Link> Links, string? Chosen, string Words)
{
    /// <summary>From a text.</summary>
    public static ParsedLink Of(SharedText shared) => new([.. shared.Links.Select(Link.Of)], shared.Chosen?.Url, shared.Words);

    /// <summary>One address.</summary>
    /// <param name="Kind">video, profile, live, page or cloudDisk.</param>
    /// <param name="Code">提取码, or null.</param>
    /// <param name="Expires">In the words of the text, or null.</param>
    internal sealed record Link(string Url, string Platform, string Kind, string Key, string? Code, string? Expires)
    {
        public static Link Of(SharedLink link) =>
            new(link.Url, link.Platform, JsonNamingPolicy.CamelCase.ConvertName(link.Kind.ToString()), link.Key, link.Code, link.Expires);
    }
}
