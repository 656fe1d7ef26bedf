using Zhizhuxia.Data;

namespace Zhizhuxia.Worker;

/// <summary><c>migrate</c>: brings the database to this program's shape, as a start of the program does; of several at once, one works.</summary>
internal sealed class MigrateCommand(PortalDb db)
{
    /// <summary>Prints what was applied.</summary>
    /// <returns>0: it has this program's shape.</returns>
    public async Task<int> RunAsync(CommandLine line, CancellationToken ct)
    {
        var applied = await Schema.UpgradeAsync(db, ct);
        var schema = await Schema.ReadAsync(db, ct);
        if (line.Json)
            OperatorCommand.Print(new Migrated(schema.Applied[^1], applied));
        else
            Console.Out.WriteLine(applied.Count == 0 ? $"数据库已是这个程序的版本：{schema.Applied[^1]}。" : $"做了 {applied.Count} 步：{string.Join("、", applied)}。");
        return 0;
    }
}

/// <summary>The JSON of <c>migrate</c>.</summary>
/// <param name="Version">The last migration that the database has.</param>
/// <param name="Applied">Those of this call.</param>
internal sealed record Migrated(string Version, IReadOnlyList<string> Applied);
