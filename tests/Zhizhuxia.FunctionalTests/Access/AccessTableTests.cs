using System.Diagnostics;
using System.Net;
using Zhizhuxia.Accounts;
using Zhizhuxia.FunctionalTests.Account;

namespace Zhizhuxia.FunctionalTests.Access;

/// <summary>endpoints.md says who may open what, readable by anybody; here it is held against the program.</summary>
public sealed class AccessTableTests(NewsroomFixture newsroom) : IClassFixture<NewsroomFixture>
{
    private const string Yes = "✓";

    private static IReadOnlyList<Row> Table { get; } =
    [
        .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Access", "endpoints.md"))
            .Where(line => line.StartsWith("| /", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => new Row(cells[0], cells[1], cells[2..])),
    ];

    /// <summary>Pages with no part in their address, so that "not there" can only mean "not for you".</summary>
    private static IReadOnlyList<Row> PlainPages { get; } = [.. Table.Where(row => row.Method == "页面" && !row.Address.Contains('{', StringComparison.Ordinal))];

    [Fact]
    public async Task The_table_is_what_the_program_measures_of_itself()
    {
        var measured = await MeasureAsync();

        Assert.Equal(string.Join('\n', measured), string.Join('\n', Table.Select(row => row.ToString())));
    }

    [Fact]
    public async Task Every_page_opens_for_whom_the_table_says()
    {
        var colleagues = new Colleagues(newsroom.Portal);
        using var stranger = new FormClient(newsroom.Portal);
        var seen = PlainPages.ToDictionary(page => page.Address, _ => new List<string>());
        foreach (var page in PlainPages)
            seen[page.Address].Add(Stranger(await stranger.GetAsync(page.Address)));
        foreach (var role in Enum.GetValues<Role>())
        {
            var person = await colleagues.AddAsync(role);
            using var browser = await colleagues.SignInAsync(person);
            if (person.NeedsSecondFactor)
                await Colleagues.EnrolAsync(browser);
            foreach (var page in PlainPages)
                seen[page.Address].Add(Person(page.Address, await browser.GetAsync(page.Address)));
        }

        Assert.Equal(
            PlainPages.Select(page => page.ToString()),
            PlainPages.Select(page => (page with { Cells = seen[page.Address] }).ToString()));
    }

    private static string Stranger(Answer answer) => answer.Location?.StartsWith("/account/login?ReturnUrl", StringComparison.Ordinal) is true ? "–" : Yes;

    /// <summary>The first administrator's page is open to all and gone once there is anybody.</summary>
    private static string Person(string address, Answer answer) => answer.Status is HttpStatusCode.NotFound && address != "/account/first" ? "–" : Yes;

    /// <summary>Another life of the program over its own folder, which prints its table and ends.</summary>
    private static async Task<List<string>> MeasureAsync()
    {
        var program = PortalProgram.Find();
        var folder = Directory.CreateTempSubdirectory("zhizhuxia-access-").FullName;
        var start = new ProcessStartInfo("dotnet", [program.Assembly, "--Access:Print=true", .. TestDatabase.ArgumentsOf(folder)])
        {
            WorkingDirectory = program.ContentRoot, RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var lines = (await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n');
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Directory.Delete(folder, recursive: true);
        return [.. lines.Where(line => line.StartsWith("| /", StringComparison.Ordinal))];
    }

    private sealed record Row(string Address, string Method, IReadOnlyList<string> Cells)
    {
        public override string ToString() => $"| {Address} | {Method} | {string.Join(" | ", Cells)} |";
    }
}
