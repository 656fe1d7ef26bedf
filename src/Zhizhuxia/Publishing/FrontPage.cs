namespace Zhizhuxia.Publishing;

/// <summary>The 专版.</summary>
/// <param name="Lead">The newest piece of all; it is in its column too.</param>
/// <param name="Columns">Those with published pieces, in their order.</param>
public sealed record FrontPage(PublicCard? Lead, IReadOnlyList<PublicColumn> Columns);
