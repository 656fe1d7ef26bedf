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
}
