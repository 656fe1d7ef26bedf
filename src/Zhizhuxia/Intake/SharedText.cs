using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>What <see cref="ShareText"/> made of a pasted text.</summary>
/// <param name="Links">In the order they stand there; each address once. Those that may not be opened are not among them.</param>
/// <param name="Refused">There were addresses that nobody may be sent to, such as javascript: or an address within a house.</param>
/// <param name="Words">The reader's own words, without addresses and without what the apps add. May be empty.</param>
public sealed record SharedText(IReadOnlyList<SharedLink> Links, bool Refused, string Words)
{
    /// <summary>The first of a known platform that may be a video, else the first of one, else the first; null if there is none.</summary>
    public SharedLink? Chosen => Links.MinBy(link => link.Platform == Platforms.Unknown ? 2 : link.Kind is LinkKind.Profile or LinkKind.Live || link.IsHome ? 1 : 0);
}
