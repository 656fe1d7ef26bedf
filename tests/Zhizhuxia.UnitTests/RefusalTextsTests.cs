using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.UnitTests;

/// <summary>Whatever may say no has a sentence that a person understands.</summary>
public partial class RefusalTextsTests
{
    [Fact]
    public void Every_code_that_is_used_has_its_sentence() =>
        Sources.None(Used().Except(RefusalTexts.All.Keys));

    [Fact]
    public void Every_sentence_is_Chinese_and_ends_as_one()
    {
        Sources.None(RefusalTexts.All.Where(text => !Chinese().IsMatch(text.Value)).Select(text => text.Key));
    }

    [Fact]
    public void Every_sentence_can_be_filled_in()
    {
        var arguments = Enumerable.Repeat<object>("甲", 5).ToArray();

        Assert.All(RefusalTexts.All.Values, text => Assert.DoesNotContain('{', string.Format(CultureInfo.InvariantCulture, text, arguments)));
    }

    /// <summary>Guards and roles of the table, the constants of classes called …Refusals and …Warnings, and what is thrown or set by its literal.</summary>
    private static IEnumerable<string> Used() =>
    [
        .. Workflow.Table.SelectMany(row => row.If).Select(guard => guard.Code),
        .. Workflow.Table.Select(row => Workflow.RoleCode(row.By)),
        .. from type in typeof(RefusalTexts).Assembly.GetTypes()
           where type.Name.EndsWith("Refusals", StringComparison.Ordinal) || type.Name.EndsWith("Warnings", StringComparison.Ordinal)
           from field in type.GetFields(BindingFlags.Public | BindingFlags.Static)
           where field.IsLiteral
           select (string)field.GetRawConstantValue()!,
        .. from file in Sources.In("src", ".cs", ".cshtml")
           from Match match in Literal().Matches(file.Text)
           select match.Groups[1].Value,
    ];

    [GeneratedRegex("""(?:new RefusedException|\.Reject|RefusalTexts\.Of|RefusalTexts\.All\[|Problem)\(?\s*"([^"]+)"[,)\]]""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}.*[。!！?？]$")]
    private static partial Regex Chinese();
}
