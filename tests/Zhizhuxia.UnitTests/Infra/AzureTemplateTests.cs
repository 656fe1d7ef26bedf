using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Zhizhuxia.Jobs;

namespace Zhizhuxia.UnitTests.Infra;

/// <summary>The ARM template without Azure: everything that is named is there, and nothing secret leaves.</summary>
public sealed partial class AzureTemplateTests
{
    /// <summary>What is there before the template is deployed.</summary>
    private static readonly string[] _given = ["Microsoft.ContainerRegistry/registries|", "Microsoft.Authorization/roleDefinitions|"];

    private readonly ArmTemplate _template = new();

    public static TheoryData<string> ParameterFiles => ["parameters.global.json", "parameters.china.json"];

    [Fact]
    public void Every_id_is_of_a_resource_of_the_template_or_of_one_that_is_there_before()
    {
        var declared = _template.Resources.SelectMany(resource => resource.Parts.Prepend(resource.Id)).ToList();

        Assert.Distinct(declared);
        Sources.None(_template.Named.Where(id => !declared.Contains(id) && !_given.Any(id.StartsWith)));
        Sources.None(_template.Resources.SelectMany(resource => resource.Needs.Where(need => !declared.Contains(need)).Select(need => $"{resource.Id} needs {need}")));
        Sources.None(_template.Resources.SelectMany(resource => resource.Asks.Except(resource.Needs).Select(asked => $"{resource.Id} asks {asked} and does not wait for it")));
        Sources.None(_template.Resources.Where(resource => ParentOf(resource.Id) is { } parent && !resource.Needs.Contains(parent)).Select(resource => $"{resource.Id} does not wait for its parent"));
    }

    [Fact]
    public void Every_parameter_and_variable_is_used()
    {
        Assert.Equal(Names(_template.Root.GetProperty("parameters")), _template.UsedParameters.Order(StringComparer.Ordinal));
        Assert.Equal(Names(_template.Root.GetProperty("variables")), _template.UsedVariables.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_secret_stands_in_the_template_or_its_outputs()
    {
        var text = _template.Root.GetRawText();
        var outputs = _template.Root.GetProperty("outputs").GetRawText();

        Assert.All(Secure(), name => Assert.DoesNotContain($"<{name}>", string.Concat(_template.Outputs.Values), StringComparison.Ordinal));
        Assert.DoesNotContain("listKeys", outputs, StringComparison.Ordinal);
        Assert.All(Secure(), name => Assert.False(Parameter(name).TryGetProperty("defaultValue", out _), name));
        Assert.Equal(["databasePassword", "inboxPassword", "newsroomKey", "smtpPassword"], Secure().Order(StringComparer.Ordinal));
        Assert.DoesNotMatch(PlainSecret(), text);
        Assert.All(Apps(), app => Assert.All(
            app.GetProperty("properties").GetProperty("configuration").GetProperty("secrets").EnumerateArray(), secret => Assert.False(secret.TryGetProperty("value", out _))));
    }

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public void A_parameter_file_names_existing_parameters_and_every_one_that_is_needed_and_no_secret(string file)
    {
        var given = ArmTemplate.Read(file).GetProperty("parameters").EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetProperty("value"));
        var all = _template.Root.GetProperty("parameters").EnumerateObject().ToList();
        var needed = all.Where(one => !one.Value.TryGetProperty("defaultValue", out _)).Select(one => one.Name).Except(Secure());

        Assert.Empty(given.Keys.Except(all.Select(one => one.Name)));
        Assert.Empty(needed.Except(given.Keys));
        Assert.Empty(given.Keys.Intersect(Secure()));
        var cloud = file.Contains("china", StringComparison.Ordinal) ? ("blob.core.chinacloudapi.cn", "azurecr.cn", "postgres.database.chinacloudapi.cn") : ("blob.core.windows.net", "azurecr.io", "postgres.database.azure.com");
        Assert.Equal(cloud, (given["blobSuffix"].GetString(), given["registrySuffix"].GetString(), given["postgresSuffix"].GetString()));
        Assert.DoesNotContain(".windows.net", _template.Root.GetProperty("resources").GetRawText(), StringComparison.Ordinal); // suffixes come by parameters
    }

    [Fact]
    public void Every_secret_and_volume_that_an_app_names_is_its_own()
    {
        Assert.Equal(2, Apps().Count);
        foreach (var properties in Apps().Select(app => app.GetProperty("properties")))
        {
            var secrets = properties.GetProperty("configuration").GetProperty("secrets").EnumerateArray().Select(secret => secret.GetProperty("name").GetString()).ToList();
            var text = properties.GetProperty("template").GetRawText();
            var volumes = properties.GetProperty("template").GetProperty("volumes").EnumerateArray().Select(volume => volume.GetProperty("name").GetString());

            Assert.Equal(secrets.Order(StringComparer.Ordinal), SecretName().Matches(text).Select(found => found.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));
            Assert.Equal(volumes.Order(StringComparer.Ordinal), VolumeName().Matches(text).Select(found => found.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void The_workers_grow_by_columns_that_the_jobs_have()
    {
        var scale = Apps().Single(app => app.GetRawText().Contains("postgresql", StringComparison.Ordinal)).GetProperty("properties").GetProperty("template").GetProperty("scale");
        var query = scale.GetProperty("rules")[0].GetProperty("custom").GetProperty("metadata").GetProperty("query").GetString()!;

        Assert.Equal(["Jobs", nameof(Job.State), nameof(Job.ReadyAt), nameof(Job.State), nameof(Job.Priority), nameof(Job.ReadyAt)], Quoted().Matches(query).Select(found => found.Groups[1].Value));
        Assert.Equal([nameof(JobState.Ready), nameof(JobState.Running)], Word().Matches(query).Select(found => found.Groups[1].Value));
        Assert.Contains($"\"Priority\" < {Job.Routine} ", query, StringComparison.Ordinal);
        Assert.All(Enum.GetValues<JobKind>().Select(Job.PriorityOf).Append(Job.Leisure), priority => Assert.InRange(priority, Job.Urgent, Job.Routine - 1)); // only chores are not counted at once
        Assert.Equal((2, 6, 1, 20), (Default("webMin"), Default("webMax"), Default("workerMin"), Default("workerMax")));
    }

    /// <summary>On Azure the database makes no extension that its server has not been told of.</summary>
    [Fact]
    public void Every_extension_that_a_migration_makes_is_allowed_before_an_app_starts()
    {
        var made = Sources.In("src", ".cs").SelectMany(code => Extension().Matches(code.Text)).Select(found => found.Groups[1].Value.ToUpperInvariant()).ToHashSet();
        var allowed = Assert.Single(_template.Resources, resource => resource.Id.EndsWith("/azure.extensions", StringComparison.Ordinal));

        Assert.NotEmpty(made);
        Assert.Equal(made.Order(StringComparer.Ordinal), allowed.Json.GetProperty("properties").GetProperty("value").GetString()!.Split(',').Order(StringComparer.Ordinal));
        Assert.Equal(2, _template.Resources.Count(resource => resource.Type == "Microsoft.App/containerApps" && resource.Needs.Contains(allowed.Id)));
    }

    /// <summary>An upload that is old may be an acknowledged film whose job is parked: only the program knows.</summary>
    [Fact]
    public void The_store_deletes_nothing_by_itself_and_keeps_what_is_deleted_as_long_as_the_database_can_go_back()
    {
        var rules = Assert.Single(_template.Resources, resource => resource.Type.EndsWith("/managementPolicies", StringComparison.Ordinal)).Json;
        var blobs = Assert.Single(_template.Resources, resource => resource.Type.EndsWith("/blobServices", StringComparison.Ordinal)).Json.GetProperty("properties");
        var database = Assert.Single(_template.Resources, resource => resource.Type == "Microsoft.DBforPostgreSQL/flexibleServers").Json.GetProperty("properties");

        Assert.DoesNotContain("\"delete\"", rules.GetRawText(), StringComparison.Ordinal);
        var days = database.GetProperty("backup").GetProperty("backupRetentionDays").GetInt32();
        Assert.All(["deleteRetentionPolicy", "containerDeleteRetentionPolicy"], (string policy) => Assert.Equal(days, blobs.GetProperty(policy).GetProperty("days").GetInt32()));
    }

    /// <summary>Every slot of a worker may hold a film of the largest size, and one of them writes as much again and twice.</summary>
    [Fact]
    public void The_films_that_a_worker_works_on_at_once_fit_on_its_disk()
    {
        var container = Apps().Select(app => app.GetProperty("properties").GetProperty("template").GetProperty("containers")[0]).Single(one => one.GetProperty("name").GetString() == "worker");
        var slots = container.GetProperty("env").EnumerateArray().Where(one => one.GetProperty("name").GetString()!.EndsWith("Slots", StringComparison.Ordinal))
            .ToDictionary(one => one.GetProperty("name").GetString()!, one => int.Parse(one.GetProperty("value").GetString()!, CultureInfo.InvariantCulture));

        Assert.Equal(["Jobs__HeavySlots", "Jobs__LightSlots", "Jobs__QuickSlots"], slots.Keys.Order(StringComparer.Ordinal));
        Assert.InRange(container.GetProperty("resources").GetProperty("cpu").GetDouble(), 1.25, 4); // above one core a replica has 8 GiB
        Assert.InRange((slots.Values.Sum() + 2) * Default("maxFileMiB"), 1, 8192);
    }

    /// <summary>While a new revision takes over, the old one's replicas still hold theirs.</summary>
    [Fact]
    public void Two_revisions_of_all_replicas_have_fewer_connections_than_the_smallest_database_gives()
    {
        const int OfTheSmallest = 429 - 15; // Standard_B2s; the service keeps 15 for itself
        var pool = int.Parse(PoolSize().Match(_template.Root.GetRawText()).Groups[1].Value, CultureInfo.InvariantCulture);

        Assert.Equal("Standard_B2s", Parameter("databaseSku").GetProperty("defaultValue").GetString());
        Assert.InRange(2 * pool * (Default("webMax") + Default("workerMax")), 1, OfTheSmallest - 20); // a few for the scaler and for people
    }

    private List<JsonElement> Apps() => [.. _template.Resources.Where(resource => resource.Type == "Microsoft.App/containerApps").Select(resource => resource.Json)];

    private IEnumerable<string> Secure() =>
        _template.Root.GetProperty("parameters").EnumerateObject().Where(one => one.Value.GetProperty("type").GetString() == "securestring").Select(one => one.Name);

    private JsonElement Parameter(string name) => _template.Root.GetProperty("parameters").GetProperty(name);

    private int Default(string name) => Parameter(name).GetProperty("defaultValue").GetInt32();

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(one => one.Name).Order(StringComparer.Ordinal);

    /// <summary>"a/b/c|x/y" lies in "a/b|x".</summary>
    private static string? ParentOf(string id) =>
        id.Split('|') is [var type, var name] && type.Count(sign => sign == '/') > 1 ? $"{type[..type.LastIndexOf('/')]}|{name[..name.LastIndexOf('/')]}" : null;

    /// <summary>A password or key that is a word, not an expression.</summary>
    [GeneratedRegex("""(?i)"[^"]*(password|accountkey|sharedkey)"\s*:\s*"(?!\[)""")]
    private static partial Regex PlainSecret();

    [GeneratedRegex("\"secretRef\": \"([^\"]+)\"")]
    private static partial Regex SecretName();

    [GeneratedRegex("\"volumeName\": \"([^\"]+)\"")]
    private static partial Regex VolumeName();

    [GeneratedRegex("\"(\\w+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"CREATE EXTENSION (?:IF NOT EXISTS )?""?([\w-]+)")]
    private static partial Regex Extension();

    [GeneratedRegex(@"Maximum Pool Size=(\d+)")]
    private static partial Regex PoolSize();

    [GeneratedRegex(@"'(\w+)'")]
    private static partial Regex Word();
}
