using System.Reflection;

namespace Zhizhuxia;

/// <summary>Sentences that lie in the program as a table: key, TAB, words; what begins with # is a remark.</summary>
public static class WordTable
{
    /// <param name="of">The program that carries the table.</param>
    /// <param name="name">Of the embedded file.</param>
    /// <exception cref="ArgumentException">Two lines have one key: a mistake of ours.</exception>
    public static IReadOnlyDictionary<string, string> Read(Assembly of, string name)
    {
        using var lines = new StreamReader(of.GetManifestResourceStream(name)!);
        return lines.ReadToEnd().Split('\n')
            .Where(line => line is not "" && line[0] is not '#')
            .Select(line => line.Split('\t'))
            .ToDictionary(line => line[0], line => line[1].TrimEnd('\r'));
    }
}
