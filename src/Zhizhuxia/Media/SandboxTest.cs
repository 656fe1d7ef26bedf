using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Media;

/// <summary>
/// Sends five canaries into the box: a playlist that points at another file, a look at a file outside, a connection, a
/// greedy program and one that is deaf to SIGTERM. All must stay inside; before that, an honest clip must come out, so
/// that a box that does not open at all is not mistaken for a tight one.
/// </summary>
public sealed class SandboxTest(
    FfmpegProcess processes, Sandbox sandbox, MediaTools tools, IOptions<MediaOptions> options, IOptions<StorageOptions> storage, TimeProvider time)
{
    private static readonly TimeSpan Wall = TimeSpan.FromSeconds(10);

    /// <summary>Runs all canaries, at once where they do not build on each other; takes about three seconds.</summary>
    public async Task<SandboxReport> RunAsync(CancellationToken ct)
    {
        // Where the readers' files lie: if a canary can be read there, so can they.
        var folder = Directory.CreateDirectory(Path.Combine(storage.Value.Folder("work"), $"canary-{Guid.CreateVersion7():N}")).FullName;
        try
        {
            var findings = await HonestClipAsync(folder, ct) is { } closed
                ? [closed]
                : await Task.WhenAll(
                    PlaylistAsync(folder, ct), FileAsync(folder, ct), SocketAsync(ct), MemoryAsync(ct), DeafAsync(ct));
            var failed = findings.OfType<string>().ToArray();
            return new SandboxReport(failed.Length == 0 ? SandboxProof.Proven : SandboxProof.Closed, failed, time.GetUtcNow());
        }
        catch (FileNotFoundException missing)
        {
            return new SandboxReport(SandboxProof.Closed, [$"A program is missing: {missing.FileName}"], time.GetUtcNow());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<string?> HonestClipAsync(string folder, CancellationToken ct)
    {
        var end = await RunAsync(tools.Ffmpeg, ["-nostdin", "-v", "error", "-f", "lavfi", "-i", "testsrc=s=64x64:d=1:r=5",
            "-c:v", "mpeg2video", "-f", "mpegts", $"{Sandbox.Output}/canary.ts"], folder, null, ct);
        return end.Succeeded ? null : $"The box does not open: {end.Errors.Trim()}";
    }

    private async Task<string?> PlaylistAsync(string folder, CancellationToken ct)
    {
        var playlist = Path.Combine(folder, "playlist.mp4");
        await File.WriteAllTextAsync(playlist,
            $"#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:1.0,\nfile://{Sandbox.Output}/canary.ts\n#EXT-X-ENDLIST\n", ct);
        await RunAsync(tools.Ffmpeg, ["-nostdin", "-v", "error", .. InputArguments.Guarded(options.Value), "-i", Sandbox.Input,
            "-c", "copy", "-f", "mpegts", $"{Sandbox.Output}/stolen.ts"], folder, playlist, ct);
        var stolen = new FileInfo(Path.Combine(folder, "stolen.ts"));
        return stolen is { Exists: true, Length: > 0 } ? "Playlist canary: a playlist opened another file." : null;
    }

    private async Task<string?> FileAsync(string folder, CancellationToken ct)
    {
        var secret = Path.Combine(folder, "secret");
        await File.WriteAllTextAsync(secret, "canary", ct);
        var read = await RunAsync("/usr/bin/cat", [secret, "/etc/passwd"], null, null, ct);
        return read.Output.Length > 0 ? "File canary: a file outside was read." : null;
    }

    private async Task<string?> SocketAsync(CancellationToken ct)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        await RunAsync(tools.Ffmpeg, ["-nostdin", "-v", "error", "-i", $"tcp://127.0.0.1:{port}?timeout=1000000", "-f", "null", "-"], null, null, ct);
        return listener.Pending() ? "Socket canary: a connection left the box." : null;
    }

    private async Task<string?> MemoryAsync(CancellationToken ct)
    {
        var order = Order("/usr/bin/dd", ["if=/dev/zero", "of=/dev/null", "bs=1G", "count=1"], null, null) with { MemoryMiB = 128 };
        var end = await processes.RunAsync(sandbox.Wrap(order), ct);
        return end.Succeeded || end.LimitHit ? "Memory canary: memory beyond the limit was given." : null;
    }

    private async Task<string?> DeafAsync(CancellationToken ct)
    {
        var order = Order("/usr/bin/sh", ["-c", "trap '' TERM; while :; do sleep 0.2; done"], null, null)
            with
        { Wall = TimeSpan.FromSeconds(0.5), Grace = TimeSpan.FromSeconds(0.5) };
        var end = await processes.RunAsync(sandbox.Wrap(order), ct);
        return end is { DeadlineHit: false, LimitHit: true } ? null : "Deaf canary: a program outlived its deadline.";
    }

    private Task<ProcessEnd> RunAsync(string program, IReadOnlyList<string> arguments, string? output, string? input, CancellationToken ct) =>
        processes.RunAsync(sandbox.Wrap(Order(program, arguments, output, input)), ct);

    private SandboxOrder Order(string program, IReadOnlyList<string> arguments, string? output, string? input) =>
        new(program, arguments, Wall)
        {
            InputPath = input,
            OutputFolder = output,
            MemoryMiB = options.Value.MemoryMiB,
            FileMiB = 16,
        };
}
