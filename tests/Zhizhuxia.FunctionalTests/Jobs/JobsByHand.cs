using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Jobs;
using Zhizhuxia.Storage;

namespace Zhizhuxia.FunctionalTests.Jobs;

/// <summary>Jobs of a newsroom run one after another, and killed where a test wants it.</summary>
internal static class JobsByHand
{
    /// <summary>The newsroom's own store and upload area, made mortal.</summary>
    public static void MakeMortal(IServiceCollection services) => services
        .AddSingleton<Death>()
        .AddSingleton<IBlobStore>(provider => new MortalStore(ActivatorUtilities.CreateInstance<DiskBlobStore>(provider), provider.GetRequiredService<Death>()))
        .AddSingleton<IUploadArea>(provider => new MortalArea(ActivatorUtilities.CreateInstance<DiskUploadArea>(provider), provider.GetRequiredService<Death>()));

    public static Death Death(this Newsroom newsroom) => newsroom.Services.GetRequiredService<Death>();

    /// <summary>Claims the next job of a kind and runs its handler, as the runner does; what was killed is freed as the next start frees it.</summary>
    /// <returns>False if it was killed.</returns>
    public static async Task<bool> DoNextAsync(this Newsroom newsroom, JobKind kind, CancellationToken ct)
    {
        var table = newsroom.Services.GetRequiredService<JobTable>();
        var job = await table.ClaimAsync([kind], ct) ?? throw new InvalidOperationException($"No {kind} is ready");
        await using var scope = newsroom.Services.CreateAsyncScope();
        var handler = scope.ServiceProvider.GetServices<IJobHandler>().Single(candidate => candidate.Kind == kind);
        try
        {
            await handler.RunAsync(new JobContext(table, job), ct);
            return true;
        }
        catch (DeathException)
        {
            Assert.Equal(1, await table.FreeFormerLifeAsync(ct));
            return false;
        }
    }
}
