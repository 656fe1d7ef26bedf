using System.Text.RegularExpressions;

namespace Zhizhuxia.UnitTests.Infra;

/// <summary>The nginx site knows the pages that take films; a new one without a line here would be refused after a megabyte.</summary>
public sealed partial class SiteTests
{
    [Fact]
    public void Every_page_that_takes_a_film_without_script_may_be_large()
    {
        var large = new Regex(FilmPages().Match(File.ReadAllText(Path.Combine(Sources.Root, "infra/nginx/zhizhuxia.conf"))).Groups[1].Value);
        var pages = from code in Sources.In("src/Zhizhuxia.Web", ".cshtml.cs")
                    where code.Text.Contains("[FilmForm(", StringComparison.Ordinal)
                    select Route().Match(File.ReadAllText(Path.Combine(Sources.Root, code.Path[..^3]))).Groups[1].Value;

        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.Matches(large, Parameter().Replace(page, "0190f3c4")));
    }

    [GeneratedRegex(@"location ~ (\^\S+) \{\n\s+client_max_body_size 202m;")]
    private static partial Regex FilmPages();

    [GeneratedRegex("@page \"([^\"]+)\"")]
    private static partial Regex Route();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
