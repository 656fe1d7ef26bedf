using System.Text.RegularExpressions;

namespace Zhizhuxia.UnitTests;

/// <summary>How the code reads: sizes, names and habits.</summary>
public partial class HouseRuleTests
{
    private const int LongestFile = 200;
    private const int LongestMethod = 40;
    private const int MostDependencies = 6;

    /// <summary>The tops of loops: whatever happens in a round, there is a next one.</summary>
    private static readonly string[] _loopTops = ["src/Zhizhuxia/Jobs/JobRunner.cs", "src/Zhizhuxia/Mail/PollMail.cs"];

    /// <summary>What must not stand in the code, and why.</summary>
    public static TheoryData<string, string> Banned { get; } = new()
    {
        { @"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b", "time comes from TimeProvider" },
        { @"\bThread\.Sleep\b", "a thread that sleeps is lost to the others" },
        { @"^(?!.*\boverride\b).*\bCancellationToken\??\s+\w+\s*=(?!=)", "a cancellation token is never optional" },
        { @"\b(class|record|struct|interface|enum)\s+\w*(Service|Manager|Helper|Helpers|Util|Utils|Base|Impl|Dto)\b", "a name says what it does" },
        { @"^\s*#region\b", "a file that needs regions is two files" },
        { @"\bdynamic\s+\w+\s*[=;,)]", "types are known" },
        { @"\bNotImplementedException\b", "no stubs" },
    };

    [Theory]
    [MemberData(nameof(Banned))]
    public void Some_words_are_not_used(string pattern, string reason)
    {
        var found = Sources.In("src", ".cs", ".cshtml").SelectMany(file => file.Find(new Regex(pattern, RegexOptions.Multiline)));

        Sources.None(found.Select(place => $"{place} — {reason}"));
    }

    [Fact]
    public void Nothing_is_left_to_do_without_an_issue()
    {
        var left = from file in Sources.In("src", ".cs", ".cshtml", ".ts", ".css").Concat(Sources.In("infra", ".sh"))
                   from Match match in ToDo().Matches(file.Text)
                   select $"{file.Path}: {match.Value}";

        Sources.None(left);
    }

    [Fact]
    public void Only_the_top_of_a_loop_catches_everything()
    {
        var wrong = Sources.In("src", ".cs", ".cshtml")
            .Where(file => !_loopTops.Contains(file.Path))
            .SelectMany(file => file.Find(CatchAll()));

        Sources.None(wrong);
    }

    [Fact]
    public void A_file_has_at_most_200_lines()
    {
        var long_ = Sources.In("src", ".cs", ".cshtml", ".ts", ".css").Concat(Sources.In("tests", ".cs"))
            .Where(file => file.Lines > LongestFile).Select(file => $"{file.Path}: {file.Lines} lines");

        Sources.None(long_);
    }

    [Fact]
    public void A_method_has_at_most_40_lines()
    {
        var long_ = from file in Sources.In("src", ".cs")
                    from Match body in Body().Matches(file.Code)
                    where !NoMethod().IsMatch(body.Groups[1].Value)
                    let lines = body.Groups[2].Value.Count(c => c == '\n') + 1
                    where lines > LongestMethod
                    select $"{file.Path}: {lines} lines in {body.Groups[1].Value.Trim()}";

        Sources.None(long_);
    }

    [Fact]
    public void A_class_has_at_most_six_dependencies()
    {
        var wide = from file in Sources.In("src", ".cs")
                   from Match type in PrimaryConstructor().Matches(file.Code)
                   let count = Generic().Replace(type.Groups[2].Value, "").Split(',').Length
                   where count > MostDependencies
                   select $"{file.Path}: {type.Groups[1].Value} has {count}";

        Sources.None(wide);
    }

    [Fact]
    public void A_file_holds_one_class_and_is_named_like_its_type()
    {
        var wrong = from file in Sources.In("src", ".cs")
                    let classes = TopLevelClass().Count(file.Code)
                    let name = Path.GetFileName(file.Path).Split('.')[0]
                    let named = name == "Program" || Regex.IsMatch(file.Code, $@"\b(class|record|struct|interface|enum|delegate .*) {name}(Model)?\b")
                    where classes > 1 || !named
                    select $"{file.Path}: {classes} public classes, {(named ? "well" : "not")} named";

        Sources.None(wrong);
    }

    [GeneratedRegex(@"\b(TODO|FIXME|XXX|HACK)\b(?!.*#\d)")]
    private static partial Regex ToDo();

    /// <summary>A filter that names its types is not everything.</summary>
    [GeneratedRegex(@"\bcatch\s*\((System\.)?Exception(\s+(\w+))?\)(?!\s*when\s*\(\3 is (?!not\b))|\bcatch\s*(\{|when\b)")]
    private static partial Regex CatchAll();

    /// <summary>A member's body as the formatter lays it out: braces of their own at one indent, what is declared above them first.</summary>
    [GeneratedRegex(@"^(    \S[^\n]*(?:\n {8}[^\n]*)*)\n    \{\n(.*?)\n    \}", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Body();

    /// <summary>A type within a type, or a table.</summary>
    [GeneratedRegex(@"\b(class|record|struct|interface|enum|extension)\b|= new\b")]
    private static partial Regex NoMethod();

    [GeneratedRegex(@"\bclass (\w+)(?:<[^(]*>)?\(([^)]*)\)")]
    private static partial Regex PrimaryConstructor();

    [GeneratedRegex(@"<[^<>]*>")]
    private static partial Regex Generic();

    [GeneratedRegex(@"^public (?:(?:sealed|static|abstract|partial|unsafe) )*class \w+", RegexOptions.Multiline)]
    private static partial Regex TopLevelClass();
}
