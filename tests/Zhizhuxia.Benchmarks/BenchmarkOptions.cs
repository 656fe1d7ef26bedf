using System.Globalization;

namespace Zhizhuxia.Benchmarks;

/// <summary>Options behind a command: <c>--name value</c>.</summary>
internal sealed class BenchmarkOptions(string[] arguments)
{
    public string Text(string name, string otherwise)
    {
        var at = Array.IndexOf(arguments, $"--{name}");
        return at < 0 ? otherwise : arguments.ElementAtOrDefault(at + 1) ?? otherwise;
    }

    /// <exception cref="FormatException">The value is no whole number.</exception>
    public int Number(string name, int otherwise)
    {
        var at = Array.IndexOf(arguments, $"--{name}");
        return at < 0 ? otherwise : int.Parse(arguments.ElementAtOrDefault(at + 1) ?? "", NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>The real footage of <c>--clips DIR</c>, in the order of its names; none where there is no such folder.</summary>
    /// <param name="folder">Where it is or would be.</param>
    public IReadOnlyList<string> Clips(out string folder)
    {
        folder = Path.GetFullPath(Text("clips", Path.Combine("..", "shared", "corpus", "bench")));
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)] : [];
    }
}
