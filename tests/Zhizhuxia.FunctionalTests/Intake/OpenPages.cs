using System.IO.Compression;
using System.Text;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>What the scripted server says: a good page, redirects, and everything that is meant to exhaust a reader of pages.</summary>
internal static class OpenPages
{
    private const string Page = """
        <!doctype html><html><head><title>江边的龙舟 - 某站</title>
        <meta property="og:title" content="江边的龙舟"><meta property="og:description" content="端午节&#10;上午拍的"><meta property="og:image" content="https://open.example.org/a.jpg">
        <meta property="article:author" content="老街">
        <script>alert(1)</script></head><body><p>正文</p></body></html>
        """;

    public static async Task AnswerAsync(string path, Stream stream, CancellationToken ct)
    {
        if (path.StartsWith("/to?", StringComparison.Ordinal))
            await SayAsync(stream, $"HTTP/1.1 302 Found\r\nLocation: {Uri.UnescapeDataString(path[4..])}\r\nContent-Length: 0\r\n\r\n", ct);
        else if (path.StartsWith("/hop", StringComparison.Ordinal))
            await SayAsync(stream, $"HTTP/1.1 301 Moved\r\nLocation: {(path[4..] is "1" ? "/page" : $"/hop{path[4] - '1'}")}\r\nContent-Length: 0\r\n\r\n", ct);
        else if (path is "/page")
            await SayAsync(stream, Head("text/html; charset=utf-8", $"Content-Length: {Encoding.UTF8.GetByteCount(Page)}\r\n") + Page, ct);
        else if (path is "/gbk")
            await GbkAsync(stream, ct);
        else if (path is "/endless" or "/ten-gigabytes")
            await EndlessAsync(stream, path is "/endless" ? "" : "Content-Length: 10737418240\r\n", ct);
        else if (path is "/bomb")
            await BombAsync(stream, ct);
        else if (path is "/drip")
            await DripAsync(stream, ct);
        else if (path is "/silent")
            await Task.Delay(Timeout.Infinite, ct);
        else if (path is "/big-head")
            await SayAsync(stream, Head("text/html", $"X-Big: {new string('a', 1 << 20)}\r\n") + Page, ct);
        else if (path is "/deep")
            await SayAsync(stream, Head("text/html", "") + "<title>深</title>" + string.Concat(Enumerable.Repeat("<div>", 90_000)), ct);
        else if (path is "/film")
            await SayAsync(stream, Head("video/mp4", "") + "film", ct);
        else if (path is "/plain-title")
            await SayAsync(stream, Head("text/html; charset=nonsense", "") + "<title>  只有\n标题 </title><meta property='og:image' content='http://127.0.0.1/x.jpg'>", ct);
        else
            await SayAsync(stream, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", ct);
    }

    private static string Head(string type, string more) => $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nConnection: close\r\n{more}\r\n";

    private static async Task SayAsync(Stream stream, string text, CancellationToken ct) => await stream.WriteAsync(Encoding.UTF8.GetBytes(text), ct);

    private static async Task GbkAsync(Stream stream, CancellationToken ct)
    {
        await SayAsync(stream, Head("text/html; charset=gb2312", ""), ct);
        await stream.WriteAsync(CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes("<title>株洲的早晨</title>"), ct);
    }

    private static async Task EndlessAsync(Stream stream, string length, CancellationToken ct)
    {
        await SayAsync(stream, Head("text/html", length) + "<title>没有尽头</title>", ct);
        var more = new byte[64 * 1024];
        while (true)
            await stream.WriteAsync(more, ct);
    }

    /// <summary>200 MB of nothing, packed into 200 KB.</summary>
    private static async Task BombAsync(Stream stream, CancellationToken ct)
    {
        await SayAsync(stream, Head("text/html", "Content-Encoding: gzip\r\n"), ct);
        await using var packed = new GZipStream(stream, CompressionLevel.Fastest);
        await packed.WriteAsync(Encoding.UTF8.GetBytes("<title>炸弹</title>"), ct);
        var more = new byte[1 << 20];
        for (var megabytes = 0; megabytes < 200; megabytes++)
            await packed.WriteAsync(more, ct);
    }

    private static async Task DripAsync(Stream stream, CancellationToken ct)
    {
        await SayAsync(stream, Head("text/html", ""), ct);
        using var drop = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await drop.WaitForNextTickAsync(ct))
            await stream.WriteAsync("a"u8.ToArray(), ct);
    }
}
