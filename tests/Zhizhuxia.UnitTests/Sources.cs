using System.Text.RegularExpressions;

namespace Zhizhuxia.UnitTests;

/// <summary>The repository's own files, as the architecture tests read them.</summary>
internal static class Sources
{
    public static string Root { get; } = FindRoot();

    /// <summary>Hand-written files of these extensions; neither built nor generated ones.</summary>
    public static IEnumerable<SourceFile> In(string folder, params string[] extensions) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => extensions.Any(path.EndsWith) && !SourceFile.IsGenerated(path))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(Root, path))));

    /// <summary>Fails with every place, one to a line.</summary>
    public static void None(IEnumerable<object> wrong)
    {
        var places = wrong.Select(place => $"{place}").ToList();
        Assert.True(places.Count == 0, string.Join('\n', places));
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Zhizhuxia.slnx")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("The tests are not within the repository.");
    }
}

/// <param name="Path">Relative to the repository, with slashes.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    private static readonly string[] _generated = ["bin", "obj", "node_modules", "dist", "Migrations"];

    /// <summary>For example <c>Zhizhuxia.Web</c>.</summary>
    public string Project => Path.Split('/')[1];

    /// <summary>The folder within the project; empty for files beside the project file.</summary>
    public string Room => Path.Split('/') is { Length: > 3 } parts ? parts[2] : "";

    /// <summary>Without comments and the words in quotes, line by line as before.</summary>
    public string Code { get; } = Aside().Replace(Text, found => new string('\n', found.Value.Count(c => c == '\n')));

    public int Lines => Text.AsSpan().Count('\n');

    /// <summary>Every place where this pattern stands in the code.</summary>
    public IEnumerable<Found> Find(Regex pattern) => pattern.Matches(Code).Select(match => new Found(this, match));

    public static bool IsGenerated(string path) =>
        path.Split('/').Any(part => _generated.Contains(part) || part.EndsWith("Migrations", StringComparison.Ordinal));

    [GeneratedRegex(""""
        //[^\n]*|/\*.*?\*/|\$*"""(?:.|\n)*?"""|[$@]*@[$@]*"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'(?:\\.[^']*|[^'\\\n])'
        """", RegexOptions.Singleline)]
    private static partial Regex Aside();
}

internal sealed record Found(SourceFile File, Match Match)
{
    public override string ToString() =>
        $"{File.Path}:{File.Code.AsSpan(0, Match.Index).Count('\n') + 1} {Match.Value.Trim()}";
}
