namespace Zhizhuxia.Intake;

/// <summary>One row of <see cref="Platforms"/>.</summary>
/// <param name="Name">For programs and keys: <c>douyin</c>.</param>
/// <param name="Label">For people: 抖音.</param>
/// <param name="Hosts">In lower case. <c>*.x</c> stands for every name below x, and x itself.</param>
/// <param name="Shapes">The first that fits says the kind and the id.</param>
/// <param name="Number">Null: a number of this platform says nothing without its address.</param>
public sealed record Platform(string Name, string Label, string[] Hosts, PlatformShape[] Shapes, PlatformNumber? Number = null)
{
    /// <param name="host">In lower case, IDN form.</param>
    public bool Has(string host) => Hosts.Any(known => known.StartsWith("*.", StringComparison.Ordinal)
        ? host == known[2..] || host.EndsWith(known[1..], StringComparison.Ordinal)
        : host == known);
}
