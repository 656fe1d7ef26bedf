using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.FunctionalTests.Uploads;

namespace Zhizhuxia.Drills;

/// <summary>R5: the disk shrinks to 12 MB under an upload of 20 MB, fills, and is enlarged again. A file system in memory; needs root to mount it.</summary>
internal static class DiskFull
{
    private const int Length = 20 << 20;
    private const int Piece = 512 << 10;

    public static async Task RunAsync(DrillRun run, CancellationToken ct)
    {
        var root = Directory.CreateTempSubdirectory("zzx-small-").FullName;
        if (!await CommandAsync(ct, "mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", root))
        {
            run.Skip("a small file system cannot be mounted here");
            return;
        }
        try
        {
            await FillAsync(run, root, ct);
        }
        finally
        {
            await CommandAsync(CancellationToken.None, "umount", "-l", root);
            Directory.Delete(root);
        }
    }

    private static async Task FillAsync(DrillRun run, string root, CancellationToken ct)
    {
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string>
        {
            ["Storage:Root"] = root, ["Storage:RefuseUploadsAtPercent"] = "80", ["Storage:FullAtPercent"] = "95", ["Jobs:Run"] = "None",
        }, ct);
        using var tus = new TusClient(portal);
        var film = TusClient.Bytes(Length, run.Seed);
        var path = await tus.CreateAsync(Guid.CreateVersion7(), film.Length);
        var offset = (int)await tus.SendAsync(path, 0, film[..(4 << 20)]);
        await CommandAsync(ct, "mount", "-o", "remount,size=12m", root);

        using (var late = await tus.PostAsync(Guid.CreateVersion7(), $"{Length}"))
            run.Must((int)late.StatusCode == 507 && HasSentence(await late.Content.ReadAsStringAsync(ct)), $"a new upload is refused with {(int)late.StatusCode} and a sentence");
        var red = false;
        HttpStatusCode said;
        do
        {
            red |= !await IsReadyAsync(tus.Http, ct);
            using var answer = await tus.PatchAsync(path, offset, film[offset..Math.Min(Length, offset + Piece)]);
            (said, offset) = (answer.StatusCode, answer.IsSuccessStatusCode ? (int)TusClient.OffsetOf(answer)! : offset);
            if (!answer.IsSuccessStatusCode)
                run.Must((int)said == 507 && HasSentence(await answer.Content.ReadAsStringAsync(ct)), $"full, the running upload hears {(int)said} and a sentence");
        }
        while (said is HttpStatusCode.NoContent && offset < Length);
        run.Must(red, "readiness was red before the disk was full");

        await CommandAsync(ct, "mount", "-o", "remount,size=64m", root);
        await DrillRun.UntilAsync("ready again", () => IsReadyAsync(tus.Http, ct), ct);
        using var head = await tus.HeadAsync(path);
        offset = (int)TusClient.OffsetOf(head)!.Value;
        await tus.SendAsync(path, offset, film[offset..]);
        await using var data = new PortalData(root, new Dictionary<string, string>());
        await using var db = data.OpenDb();
        run.Must((await db.Assets.SingleAsync(ct)).Sha256 == TusClient.Sha256(film), "enlarged, the running upload goes on and is whole, with the same hash");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    private static bool HasSentence(string body)
    {
        using var problem = JsonDocument.Parse(body);
        return problem.RootElement.GetProperty("detail").GetString()!.Any(sign => sign is >= '\u4e00' and <= '\u9fff');
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, CancellationToken ct)
    {
        using var answer = await client.GetAsync(new Uri("/healthz/ready", UriKind.Relative), ct);
        return answer.IsSuccessStatusCode;
    }

    private static async Task<bool> CommandAsync(CancellationToken ct, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0;
    }
}
