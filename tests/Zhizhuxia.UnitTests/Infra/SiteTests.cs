using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Zhizhuxia.Intake;

namespace Zhizhuxia.UnitTests.Infra;

/// <summary>The nginx site knows the pages that take films; a new one without a line here would be refused after a megabyte.</summary>
public sealed partial class SiteTests
{
    private static readonly Match _filmPages = FilmPages().Match(File.ReadAllText(Path.Combine(Sources.Root, "infra/nginx/zhizhuxia.conf")));

    [Fact]
    public void Every_page_that_takes_a_film_without_script_may_be_large()
    {
        var large = new Regex(_filmPages.Groups[1].Value);
        var pages = from code in Sources.In("src/Zhizhuxia.Web", ".cshtml.cs")
                    where code.Text.Contains("[FilmForm(", StringComparison.Ordinal)
                    select Route().Match(File.ReadAllText(Path.Combine(Sources.Root, code.Path[..^3]))).Groups[1].Value;

        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.Matches(large, Parameter().Replace(page, "0190f3c4")));
    }

    /// <summary>Otherwise what an administrator allows under 设置 would end at the proxy, without a word of ours.</summary>
    [Fact]
    public void Whatever_size_of_film_can_be_set_passes_with_a_mebibyte_of_fields()
    {
        var most = typeof(IntakeOptions).GetProperty(nameof(IntakeOptions.MaxFormFilmMiB))!.GetCustomAttribute<RangeAttribute>()!.Maximum;

        Assert.InRange(int.Parse(_filmPages.Groups[2].Value, CultureInfo.InvariantCulture), (int)most + 1, (int)most + 10);
    }

    [GeneratedRegex(@"location ~ (\^\S+) \{\n\s+client_max_body_size (\d+)m;")]
    private static partial Regex FilmPages();

    [GeneratedRegex("@page \"([^\"]+)\"")]
    private static partial Regex Route();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
