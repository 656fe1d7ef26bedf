using System.Reflection;
using System.Text.RegularExpressions;

namespace Zhizhuxia.UnitTests;

/// <summary>The README's table of settings against the options classes: none is missing, none is made up.</summary>
public sealed partial class ReadmeTests
{
    /// <summary>Settings that are read by name, without a class.</summary>
    private static readonly string[] _single = ["Demo", "Access:Print"];

    private static readonly string _readme = File.ReadAllText(Path.Combine(Sources.Root, "README.md"));

    /// <summary>Names of the table, "Jobs:Lease".</summary>
    internal static IReadOnlyCollection<string> Settings => [.. InReadme()];

    [Fact]
    public void The_table_of_settings_names_each_setting_once_and_no_other() =>
        Assert.Equal(InSources().Concat(_single).Order(StringComparer.Ordinal), InReadme().Order(StringComparer.Ordinal));

    /// <summary>The web's classes are read as text, because this project does not load the web. This says that reading finds what reflection finds.</summary>
    [Fact]
    public void Reading_the_sources_finds_what_the_classes_of_the_library_have()
    {
        var reflected = typeof(Setup).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type.GetField("Section", BindingFlags.Public | BindingFlags.Static) is not null)
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite)
                .Select(property => $"{type.GetField("Section")!.GetRawConstantValue()}:{property.Name}"))
            .ToList();

        Assert.NotEmpty(reflected);
        Assert.Equal(reflected.Order(StringComparer.Ordinal), InSources("src/Zhizhuxia").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_map_names_each_room()
    {
        Assert.All(Rooms("src/Zhizhuxia"), room => Assert.Contains($"`src/Zhizhuxia/{room}`", _readme, StringComparison.Ordinal));
        Assert.All(Rooms("src/Zhizhuxia.Web"), room => Assert.Contains($"`{room}`", FrontDoor().Match(_readme).Value, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Rooms(string project) => Sources.In(project, ".cs").Select(file => file.Room).Where(room => room.Length > 0).Distinct();

    private static IEnumerable<string> InSources(string folder = "src") =>
        from file in Sources.In(folder, ".cs")
        from Match type in OptionsClass().Matches(file.Text)
        let section = type.Groups["section"].Success ? type.Groups["section"].Value : type.Groups["name"].Value
        from Match property in Property().Matches(type.Groups["body"].Value)
        select $"{section}:{property.Groups[1].Value}";

    /// <summary>First cells, "`Jobs:Lease` / `Renew`": the section stands before the first name only.</summary>
    private static IEnumerable<string> InReadme() =>
        from row in Row().Matches(_readme[_readme.IndexOf("## Settings", StringComparison.Ordinal).._readme.IndexOf("## How to add a verb", StringComparison.Ordinal)])
        let names = Name().Matches(row.Groups[1].Value).Select(name => name.Groups[1].Value).ToList()
        let section = names[0].Contains(':', StringComparison.Ordinal) ? names[0].Split(':')[0] + ":" : ""
        from name in names
        select name.Contains(':', StringComparison.Ordinal) ? name : section + name;

    [GeneratedRegex(@"^\| (`[^|]+`) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\| `src/Zhizhuxia\.Web` .*$", RegexOptions.Multiline)]
    private static partial Regex FrontDoor();

    [GeneratedRegex(@"^(?:public|internal) sealed class (?<name>\w+)Options\b[^(\n]*\n\{\n(?<body>(?:    public const string Section = ""(?<section>\w+)"";|.*\n)*?)\}$", RegexOptions.Multiline)]
    private static partial Regex OptionsClass();

    [GeneratedRegex(@"^    public [\w<>?, ]+ (\w+) \{ get; set; \}", RegexOptions.Multiline)]
    private static partial Regex Property();
}
