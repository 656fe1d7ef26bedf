using System.Text.RegularExpressions;

namespace Zhizhuxia.UnitTests;

/// <summary>The map of rooms, the arrows between them, and the one room of each outside library. A new folder is a new line here.</summary>
public partial class ArchitectureTests
{
    private static readonly string[] _rules = ["Accounts", "Payments", "Submissions", "Assets", "Jobs", "Storage", "Alike", "Settings"];

    /// <summary>Room of the library → rooms it may use. Files beside the project file are for everybody.</summary>
    private static readonly Dictionary<string, string[]> _arrows = new()
    {
        ["Accounts"] = [],
        ["Alike"] = [],
        ["Payments"] = [],
        ["Jobs"] = [],
        ["Storage"] = [],
        ["Settings"] = [],
        ["Assets"] = ["Jobs"],
        ["Submissions"] = ["Assets", "Jobs", "Accounts"],
        ["Data"] = _rules,
        ["Media"] = ["Data", .. _rules],
        ["Review"] = ["Data", .. _rules],
        ["Statistics"] = ["Data", .. _rules],
        ["Publishing"] = ["Data", .. _rules],
        ["Intake"] = ["Data", .. _rules],
        ["Mail"] = ["Intake", "Data", .. _rules],
        // Looks after the whole newsroom, so it stands above the rooms whose data it checks; nothing uses it.
        ["Operation"] = ["Intake", "Review", "Data", .. _rules],
        // Seeds by the real doors and rooms, so it stands above them; nothing uses it.
        ["Demo"] = ["Intake", "Media", "Review", "Publishing", "Mail", "Data", .. _rules],
    };

    private static readonly string[] _webRooms =
    [
        "Uploads", "Submit", "Status", "Review", "Publishing", "Payments", "Mailroom", "Account", "Admin", "Public", "Shared",
        "Client", "Properties", "wwwroot",
    ];

    private static readonly string[] _projects = ["Zhizhuxia", "Zhizhuxia.Web", "Zhizhuxia.Worker"];

    /// <summary>What stands in the code → the files it may stand in.</summary>
    public static TheoryData<string, string> OutsideLibraries { get; } = new()
    {
        { @"\bProcessStartInfo\b|\bProcess\.Start\b|new Process\b", "src/Zhizhuxia/Media/FfmpegProcess.cs src/Zhizhuxia/Operation/PostgresTool.cs" },
        { @"\bOpenTelemetry\b", "src/Zhizhuxia/Operation/" },
        { @"\bQRCoder\b", "src/Zhizhuxia/Publishing/" },
        { @"\bAzure\.", "src/Zhizhuxia/Storage/" },
        { @"\bAngleSharp\b|\bHttpClient\b|\bSocketsHttpHandler\b|\bIHttpClientFactory\b|\bSystem\.Net\.Http\b", "src/Zhizhuxia/Intake/LinkFetcher" },
        { @"\bTcpClient\b|\bTcpListener\b|\bSslStream\b|\bSystem\.Net\.Sockets\b|\bSystem\.Net\.Mail\b", "src/Zhizhuxia/Mail/ src/Zhizhuxia/Intake/LinkFetcher src/Zhizhuxia/Media/SandboxTest.cs" },
        { @"\b(ExecuteSql|FromSql|SqlQuery)(Raw|Interpolated)?(Async)?\b|\bMicrosoft\.Data\.Sqlite\b|using Npgsql\b", "src/Zhizhuxia/Jobs/JobTable src/Zhizhuxia/Data/" },
    };

    [Fact]
    public void Every_folder_is_on_the_map()
    {
        Assert.Equal(_projects, Folders("src"));
        Sources.None(Folders("src/Zhizhuxia").Except(_arrows.Keys));
        Sources.None(Folders("src/Zhizhuxia.Web").Except(_webRooms));
        Sources.None(Folders("src/Zhizhuxia.Worker"));
    }

    [Fact]
    public void A_room_uses_only_the_rooms_its_arrows_point_to()
    {
        var rooms = string.Join('|', _arrows.Keys);
        // "using Zhizhuxia.Media;", and the same without using: "Zhizhuxia.Media.Probe", or "Media.Probe" within the namespace.
        var use = new Regex($@"(?<![\w.])(?:Zhizhuxia\.(?<room>{rooms})\b|(?<room>{rooms})\.[A-Z])");
        var wrong = from file in Sources.In("src/Zhizhuxia", ".cs")
                    where file.Room.Length > 0
                    from found in file.Find(use)
                    let room = found.Match.Groups["room"].Value
                    where room != file.Room && !_arrows[file.Room].Contains(room) && !IsOwnMember(found)
                    select found;

        Sources.None(wrong);
    }

    [Fact]
    public void A_namespace_is_its_folder()
    {
        var wrong = from file in Sources.In("src", ".cs")
                    let declared = Namespace().Match(file.Code)
                    let folder = string.Join('.', file.Path.Split('/')[1..^1])
                    where declared.Success && declared.Groups[1].Value != folder
                    select $"{file.Path} declares {declared.Groups[1].Value}";

        Sources.None(wrong);
    }

    [Fact]
    public void The_library_sees_no_web_and_web_and_worker_not_each_other()
    {
        Sources.None(Sources.In("src/Zhizhuxia", ".cs").SelectMany(file => file.Find(AspNet())));
        Assert.DoesNotContain("Microsoft.AspNetCore.App", ProjectFile("Zhizhuxia"), StringComparison.Ordinal);
        Assert.DoesNotContain("<ProjectReference", ProjectFile("Zhizhuxia"), StringComparison.Ordinal);
        Assert.Equal(["../Zhizhuxia/Zhizhuxia.csproj"], References("Zhizhuxia.Web"));
        Assert.Equal(["../Zhizhuxia/Zhizhuxia.csproj"], References("Zhizhuxia.Worker"));
    }

    [Theory]
    [MemberData(nameof(OutsideLibraries))]
    public void An_outside_library_stays_in_its_room(string pattern, string homes)
    {
        var wrong = Sources.In("src", ".cs", ".cshtml")
            .Where(file => !homes.Split(' ').Any(home => file.Path.StartsWith(home, StringComparison.Ordinal)))
            .SelectMany(file => file.Find(new Regex(pattern)));

        Sources.None(wrong);
    }

    /// <summary>"Jobs.Add" in a class that has a member Jobs is no use of the room.</summary>
    private static bool IsOwnMember(Found use) =>
        !use.Match.Value.StartsWith("Zhizhuxia", StringComparison.Ordinal)
        && Regex.IsMatch(use.File.Code, $@"[\w>?\]] {use.Match.Groups["room"].Value}\s*(\{{|=>|=|;)");

    private static IEnumerable<string> Folders(string folder) =>
        Directory.EnumerateDirectories(Path.Combine(Sources.Root, folder)).Select(Path.GetFileName).OfType<string>()
            .Where(name => !SourceFile.IsGenerated(name)).Order(StringComparer.Ordinal);

    private static string ProjectFile(string name) => File.ReadAllText(Path.Combine(Sources.Root, "src", name, $"{name}.csproj"));

    private static IEnumerable<string> References(string name) => Reference().Matches(ProjectFile(name)).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    /// <summary>Identity's rows and stores are not the web.</summary>
    [GeneratedRegex(@"\bMicrosoft\.AspNetCore\.(?!Identity(\.EntityFrameworkCore)?;)[\w.]*|\bIHttpContextAccessor\b|\bHttpContext\b")]
    private static partial Regex AspNet();

    [GeneratedRegex("<ProjectReference Include=\"([^\"]+)\"")]
    private static partial Regex Reference();
}
