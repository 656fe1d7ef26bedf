using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Assets;
using Zhizhuxia.FunctionalTests.Intake;
using Zhizhuxia.Intake;

namespace Zhizhuxia.FunctionalTests.Jobs;

/// <summary>The two programs apart: the web takes pieces in, the worker on the same data does the work.</summary>
public sealed class WorkerTests
{
    [Fact]
    public async Task A_worker_does_what_a_web_without_jobs_leaves()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Jobs:Run"] = "None" }, ct);
        using var reader = portal.Client();
        await Forms.ReceiptAsync(reader, Forms.Link());
        var asset = await UploadAsync(portal, ct);
        await using var db = portal.Data.OpenDb();
        var doneByWeb = await db.Jobs.CountAsync(job => job.Token > 0, ct);

        await using var worker = WorkerProcess.Start(TestDatabase.ArgumentsOf(portal.DataFolder));
        await Eventually.TrueAsync(() => IsAsync(portal, asset, AssetState.Rejected));
        await Eventually.TrueAsync(() => Task.FromResult(Directory.Exists(Mails(portal)) && Directory.EnumerateFiles(Mails(portal), "*.eml").Any()));

        Assert.Equal(0, doneByWeb);
    }

    private static string Mails(PortalProcess portal) => Path.Combine(portal.DataFolder, "mail");

    /// <summary>A file that is no film: storing and looking at it in the sandbox are two jobs.</summary>
    private static async Task<Guid> UploadAsync(PortalProcess portal, CancellationToken ct)
    {
        var bytes = RandomNumberGenerator.GetBytes(4096);
        await using var scope = portal.Data.Scope();
        var upload = await scope.ServiceProvider.GetRequiredService<BeginUpload>().RunAsync(new(Guid.CreateVersion7(), new string('a', 64), "127.0.0.1", "坏文件.mp4", bytes.Length, null), ct);
        using var content = new MemoryStream(bytes);
        await scope.ServiceProvider.GetRequiredService<AppendUpload>().RunAsync(upload, 0, new(content, bytes.Length, null), ct);
        return upload.AssetId;
    }

    private static async Task<bool> IsAsync(PortalProcess portal, Guid asset, AssetState state)
    {
        await using var db = portal.Data.OpenDb();
        return await db.Assets.AnyAsync(row => row.Id == asset && row.State == state, TestContext.Current.CancellationToken);
    }
}
