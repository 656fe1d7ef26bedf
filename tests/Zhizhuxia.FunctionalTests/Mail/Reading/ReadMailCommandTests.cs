using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Zhizhuxia.FunctionalTests.Media;

namespace Zhizhuxia.FunctionalTests.Mail.Reading;

/// <summary>read-mail, as an operator types it.</summary>
[NoDatabase]
public sealed class ReadMailCommandTests : IDisposable
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zzx-mail-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task It_prints_one_object_with_the_fields_that_were_agreed()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "a.eml"), "From: 林 <a@b.example>\r\nSubject: 投稿\r\nMessage-ID: <1@b.example>\r\nDate: Sun, 01 Mar 2026 08:15:00 +0800\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n看 https://v.douyin.com/L4FJNR3/\r\n从QQ邮箱发来的超大附件\r\na.mp4 (1M, 2026年4月1日 8:15 到期)进入下载页面：https://wx.mail.qq.com/ftn/download?k=1\r\n--x\r\nContent-Type: a/b; name=n.pdf\r\n\r\n%PDF\r\n--x--\r\n", Ct);

        var end = await WorkerProgram.RunAsync(_folder.FullName, "read-mail", "a.eml", "--json");

        Assert.Equal((0, ""), (end.ExitCode, end.Errors));
        Assert.Equal(["kind", "from", "replyTo", "subject", "date", "messageId", "text", "links", "parts", "largeAttachments", "charsets", "warnings"], Names(end.Json));
        Assert.Equal(["name", "type", "size", "sha256", "inline", "video", "truncated"], Names(end.Json.GetProperty("parts")[0]));
        Assert.Equal(["name", "size", "url", "expires"], Names(end.Json.GetProperty("largeAttachments")[0]));
        Assert.Equal(("new", "\"林\" <a@b.example>", "投稿", "<1@b.example>"), (Text(end.Json, "kind"), Text(end.Json, "from"), Text(end.Json, "subject"), Text(end.Json, "messageId")));
        Assert.Equal("douyin:L4FJNR3", end.Json.GetProperty("links")[0].GetProperty("key").GetString());
        Assert.Empty(end.LeftBehind);
    }

    [Theory]
    [InlineData("", 3, "set-aside")]
    [InlineData("Auto-Submitted: auto-replied\r\n\r\nx", 0, "auto-reply")]
    public async Task What_is_set_aside_has_an_exit_code_of_its_own(string message, int code, string kind)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "a.eml"), message, Ct);

        var end = await WorkerProgram.RunAsync(_folder.FullName, "read-mail", "a.eml", "--json");

        Assert.Equal((code, kind), (end.ExitCode, end.Json.GetProperty("kind").GetString()));
    }

    /// <summary>All that the program keeps, from its start to its end, fits into a heap of 12 MiB.</summary>
    [Fact]
    public async Task Nearly_eighty_megabytes_are_read_with_a_heap_of_twelve()
    {
        var path = Path.Combine(_folder.FullName, "large.eml");
        var sha256 = await WriteLargeAsync(path);
        var start = new ProcessStartInfo("dotnet", [WorkerProcess.Assembly, "read-mail", path, "--json"]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_GCHeapHardLimit"] = "0xC00000";
        start.Environment["DOTNET_gcServer"] = "0";

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);

        Assert.Equal(0, process.ExitCode);
        var part = JsonSerializer.Deserialize<JsonElement>(output).GetProperty("parts")[0];
        Assert.Equal((sha256, false), (part.GetProperty("sha256").GetString(), part.GetProperty("truncated").GetBoolean()));
    }

    private static async Task<string> WriteLargeAsync(string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new StreamWriter(path, false, Encoding.ASCII) { NewLine = "\r\n" };
        await file.WriteAsync("From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: video/mp4; name=a.mp4\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        var random = new Random(1);
        var line = new byte[57];
        for (var lines = 0; lines < 1_000_000; lines++) // 78 characters each
        {
            random.NextBytes(line);
            hash.AppendData(line);
            await file.WriteLineAsync(Convert.ToBase64String(line));
        }
        await file.WriteLineAsync("--x--");
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string? Text(JsonElement owner, string name) => owner.GetProperty(name).GetString();

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(field => field.Name);
}
