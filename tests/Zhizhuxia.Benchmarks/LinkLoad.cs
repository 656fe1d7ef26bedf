using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.FunctionalTests;

namespace Zhizhuxia.Benchmarks;

/// <summary>
/// Links handed in over many connections, each a piece of its own with its transaction on disk, beside the same program's constant answer: before and
/// after, because a shared machine drifts. The jobs that follow run in a worker elsewhere, unless <c>--jobs All</c>.
/// </summary>
internal static class LinkLoad
{
    private const double AtLeast = 0.25;
    private const double MostMilliseconds = 50;

    /// <summary>Pieces until the compiler has done its work: on a busy machine that takes longer than any fixed time.</summary>
    private const int WarmAfter = 5000;

    private const string Body = """
        {"linkText":"7.43 复制打开抖音，看看 https://v.douyin.com/ABCD1234/ 湘江边的龙舟","title":"湘江边的龙舟","text":"端午节上午在湘江风光带拍的龙舟赛，鼓手是退休的老师傅。","origin":"own","aiUse":"no","people":"allAgreed","minors":"none","publishedBefore":"ownAccount","creditWish":"penName","creditName":"老街","name":"李女士","email":"reader@example.org","age":"adult","agreeLicence":true,"agreeTruth":true,"agreePrivacy":true}
        """;

    public static async Task<int> RunAsync(BenchmarkOptions options, CancellationToken ct)
    {
        var (connections, time) = (options.Number("connections", 32), TimeSpan.FromSeconds(options.Number("seconds", 20)));
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string>
        {
            ["Jobs:Run"] = options.Text("jobs", "None"), ["Limits:SubmitsPerHour"] = "1000000", ["Logging:LogLevel:Default"] = "Warning",
        }, ct);
        var (constant, link) = (Constant(portal.Address), Link(portal.Address));
        await LoadResult.MeasureAsync(portal.Address, connections, TimeSpan.FromSeconds(3), constant, 200, ct); // compiled and warm
        while (await PiecesAsync(portal, ct) < WarmAfter)
            await LoadResult.MeasureAsync(portal.Address, connections, TimeSpan.FromSeconds(1), link, 202, ct);

        var before = await LoadResult.MeasureAsync(portal.Address, connections, time / 4, constant, 200, ct);
        Console.WriteLine($"constant: {before}");
        var (had, busy) = (await PiecesAsync(portal, ct), BusyOf(portal));
        var links = await LoadResult.MeasureAsync(portal.Address, connections, time, link, 202, ct);
        Console.WriteLine($"links:    {links}");
        busy = BusyOf(portal) - busy;
        var after = await LoadResult.MeasureAsync(portal.Address, connections, time / 4, constant, 200, ct);
        Console.WriteLine($"constant: {after}");

        var arrived = await PiecesAsync(portal, ct) - had;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{arrived} pieces more are in the database, {busy.TotalMilliseconds / arrived:F1} ms of the server's processor each"));
        var ratio = links.PerSecond / ((before.PerSecond + after.PerSecond) / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"links / constant: {ratio:F3} (to reach: {AtLeast}; p99 {links.P99:F0} ms of {MostMilliseconds:F0})"));
        return ratio >= AtLeast && links.P99 <= MostMilliseconds ? 0 : 1;
    }

    private static Func<ReadOnlyMemory<byte>> Constant(Uri server)
    {
        var request = Encoding.ASCII.GetBytes($"GET /healthz/live HTTP/1.1\r\nHost: {server.Authority}\r\n\r\n");
        return () => request;
    }

    /// <summary>A link that has not been handed in before.</summary>
    public static Func<ReadOnlyMemory<byte>> Link(Uri server)
    {
        var length = Encoding.UTF8.GetByteCount(Body);
        return () =>
        {
            var key = Guid.NewGuid().ToString("N");
            return Encoding.UTF8.GetBytes(
                $"POST /api/v1/submissions/links HTTP/1.1\r\nHost: {server.Authority}\r\nContent-Type: application/json\r\nIdempotency-Key: {key}\r\nContent-Length: {length}\r\n\r\n{Body.Replace("ABCD1234", key[..8], StringComparison.Ordinal)}");
        };
    }

    /// <summary>User and system time of the server so far.</summary>
    private static TimeSpan BusyOf(PortalProcess portal)
    {
        using var process = Process.GetProcessById(portal.ProcessId);
        return process.TotalProcessorTime;
    }

    private static async Task<int> PiecesAsync(PortalProcess portal, CancellationToken ct)
    {
        await using var db = portal.Data.OpenDb();
        return await db.Submissions.CountAsync(ct);
    }
}
