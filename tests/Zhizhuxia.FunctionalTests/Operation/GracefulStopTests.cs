using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.FunctionalTests.Intake;
using Zhizhuxia.FunctionalTests.Uploads;
using Zhizhuxia.Jobs;

namespace Zhizhuxia.FunctionalTests.Operation;

/// <summary>SIGTERM while there is work: nothing is lost, and nobody waits for a lease to run out.</summary>
public sealed class GracefulStopTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worker_that_is_stopped_gives_its_job_back_at_once()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0); // a mail server that never says a word
        silent.Start();
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Jobs:Run"] = "None" }, Ct);
        using var reader = portal.Client();
        await Forms.ReceiptAsync(reader, Forms.Link());
        await using var db = portal.Data.OpenDb();
        await using var worker = WorkerProcess.Start(
            [.. TestDatabase.ArgumentsOf(portal.DataFolder), "--Intake:FetchLinks=false", "--Mail:SmtpHost=127.0.0.1", $"--Mail:SmtpPort={((IPEndPoint)silent.LocalEndpoint).Port}"]);
        await Eventually.TrueAsync(() => db.Jobs.AnyAsync(job => job.Kind == JobKind.SendMail && job.State == JobState.Running, Ct));

        var code = await worker.StopAsync();

        Assert.True(code == 0, string.Join('\n', worker.Output));
        var letters = await db.Jobs.AsNoTracking().Where(job => job.Kind == JobKind.SendMail && job.Token > 0).ToListAsync(Ct);
        Assert.NotEmpty(letters);
        Assert.All(letters, job => Assert.Equal((JobState.Ready, 0, null), (job.State, job.Failures, job.LeaseUntil)));
        Assert.False(await db.Jobs.AnyAsync(job => job.State == JobState.Running, Ct));
    }

    [Fact]
    public async Task A_stop_at_any_moment_of_the_start_is_a_stop()
    {
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Jobs:Run"] = "None" }, Ct);
        for (var lines = 0; lines < 6; lines++)
        {
            await using var worker = WorkerProcess.Start(TestDatabase.ArgumentsOf(portal.DataFolder));
            await Eventually.TrueAsync(() => Task.FromResult(worker.Output.Count > lines));

            var code = await worker.StopAsync();

            Assert.True(code == 0, string.Join('\n', worker.Output));
        }
    }

    [Fact]
    public async Task An_upload_under_way_is_answered_with_what_has_arrived()
    {
        await using var portal = await PortalProcess.StartAsync(null, Ct);
        using var tus = new TusClient(portal);
        var film = TusClient.Bytes(800_000, 3);
        var path = await tus.CreateAsync(Guid.CreateVersion7(), film.Length);
        using var phone = new TcpClient();
        await phone.ConnectAsync(IPAddress.Loopback, portal.Address.Port, Ct);
        await using var line = phone.GetStream();
        await line.WriteAsync(Encoding.ASCII.GetBytes(
            $"PATCH {path} HTTP/1.1\r\nHost: {portal.Address.Authority}\r\nCookie: {tus.Cookie}\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: {TusClient.OffsetStream}\r\nContent-Length: {film.Length}\r\n\r\n"), Ct);
        await line.WriteAsync(film.AsMemory(0, 300_000), Ct); // and then nothing
        await Eventually.TrueAsync(() => Task.FromResult(Directory.EnumerateFiles(Path.Combine(portal.DataFolder, "uploads")).Sum(file => new FileInfo(file).Length) > 0));

        var stop = portal.StopAsync();
        using var answer = new StreamReader(line);
        var status = await answer.ReadLineAsync(Ct);
        await stop;
        await portal.StartAgainAsync(Ct);

        using var head = await tus.HeadAsync(path);
        var kept = TusClient.OffsetOf(head)!.Value;
        Assert.Equal("HTTP/1.1 204 No Content", status);
        Assert.InRange(kept, 1, 300_000);
        Assert.Equal(film.Length, await tus.SendAsync(path, kept, film[(int)kept..]));
    }
}
