using Zhizhuxia.Data;

namespace Zhizhuxia.Worker;

/// <summary>Commands on the newsroom's own data, with the same settings as the program's. All are safe while the program runs.</summary>
internal static class DataCommand
{
    private static readonly string[] _all = ["verify-history", "verify", "reconcile", "backup", "restore", "migrate"];

    public static bool IsAsked(string command) => _all.Contains(command);

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(CommandLine line, CancellationToken ct)
    {
        var configuration = OperatorCommand.Configuration(line);
        await using var services = new ServiceCollection().AddLogging(OperatorCommand.ToStandardError).AddSingleton<IConfiguration>(configuration).AddZhizhuxia(configuration)
            .AddScoped<VerifyHistoryCommand>().AddScoped<VerifyCommand>().AddScoped<ReconcileCommand>().AddScoped<BackupCommand>()
            .AddScoped<RestoreCommand>().AddScoped<MigrateCommand>().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var one = scope.ServiceProvider;
        if (line.Command is "migrate")
            return await one.GetRequiredService<MigrateCommand>().RunAsync(line, ct);
        if (line.Command is "restore")
            return await one.GetRequiredService<RestoreCommand>().RunAsync(line, ct);
        await RequireOurShapeAsync(one.GetRequiredService<PortalDb>(), ct);
        return line.Command switch
        {
            "verify" => await one.GetRequiredService<VerifyCommand>().RunAsync(line, ct),
            "reconcile" => await one.GetRequiredService<ReconcileCommand>().RunAsync(line, ct),
            "backup" => await one.GetRequiredService<BackupCommand>().RunAsync(line, ct),
            _ => await one.GetRequiredService<VerifyHistoryCommand>().RunAsync(ct),
        };
    }

    private static async Task RequireOurShapeAsync(PortalDb db, CancellationToken ct)
    {
        var schema = await Schema.ReadAsync(db, ct);
        schema.ThrowIfNewer();
        if (!schema.IsOurs)
            throw new CommandException(1, "There is no database here of this program's version. Name its folder with --Storage:Root=DIR, or start the program once.");
    }
}
