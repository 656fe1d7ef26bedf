namespace Zhizhuxia.Review;

/// <summary>One part of a piece in two versions.</summary>
/// <param name="Name">For example 标题.</param>
/// <param name="Before">In the one.</param>
/// <param name="After">In the other.</param>
/// <param name="Runs">From the one to the other.</param>
public sealed record VersionRow(string Name, string Before, string After, IReadOnlyList<Fragment> Runs);
