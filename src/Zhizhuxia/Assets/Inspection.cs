namespace Zhizhuxia.Assets;

/// <summary>What the inspection of a usable file found. See the members of <see cref="Asset"/> of the same names.</summary>
public sealed record Inspection(
    string Facts,
    string FactsLine,
    string? RestrictedTags,
    double DurationSeconds,
    bool PlayableInBrowser,
    IReadOnlyList<string> Warnings,
    Rendition? Poster);
