namespace Zhizhuxia.Benchmarks;

/// <summary>Clips of the corpus that show the same, looked at by eye: finding these is right. Known by the first four characters of their names.</summary>
internal static class AlikeDoubles
{
    private static readonly string[][] Groups =
    [
        ["a008", "a041"], ["a010", "a022", "a043", "a048", "a049", "a055", "a056"], ["a015", "a042"], ["a019", "a024", "a033", "a074"],
        ["a025", "a030", "a035", "a038", "a046", "a052"], ["a026", "a029"], ["a039", "a047"],
    ];

    public static bool AreTheSame(string one, string other) => Groups.Any(group => group.Any(one.StartsWith) && group.Any(other.StartsWith));
}
