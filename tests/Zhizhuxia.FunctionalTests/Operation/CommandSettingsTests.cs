using System.Text.Json;
using Zhizhuxia.FunctionalTests.Media;

namespace Zhizhuxia.FunctionalTests.Operation;

/// <summary>Operators' commands know the newsroom by the same settings as its programs, and end as scripts expect.</summary>
public sealed class CommandSettingsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_command_reads_the_settings_file_where_it_is_started()
    {
        await using var fresh = new FreshPlace();
        var folder = Directory.CreateDirectory(Path.Combine(fresh.Root, "program")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), JsonSerializer.Serialize(new Dictionary<string, string>(TestDatabase.SettingsOf(fresh.Root)) { ["Storage:Root"] = fresh.Root }), Ct);

        var made = await WorkerProgram.RunAsync(folder, "migrate");
        var verified = await FilmShelf.OperateAsync(fresh.Root, "verify");

        Assert.Equal((0, 0), (made.ExitCode, verified.ExitCode));
        Assert.Equal(["appsettings.json"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName)); // no newsroom of its own beside it
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("DefaultEndpointsProtocol=http;AccountName=a;AccountKey=***;BlobEndpoint=http://127.0.0.1:1/a;")]
    public async Task Whatever_is_wrong_with_the_store_a_command_ends_with_one(string connection)
    {
        await using var fresh = new FreshPlace();
        Assert.Equal(0, (await FilmShelf.OperateAsync(fresh.Root, "migrate")).ExitCode);

        var end = await FilmShelf.OperateAsync(fresh.Root, "verify", "--Storage:Kind=Azure", $"--Storage:AzureConnectionString={connection}");

        Assert.Equal(1, end.ExitCode);
        Assert.NotEmpty(end.Errors);
    }
}
