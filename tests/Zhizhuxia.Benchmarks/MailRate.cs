using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Zhizhuxia.Mail;
using Zhizhuxia.Mail.Reading;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Benchmarks;

/// <summary>
/// <c>mail-rate</c>: reads a message with one large attachment into a store on disk, and beside it decodes the same base64 by itself: in memory in
/// one call, and by the framework's stream into the same store. Runs alternate; medians.
/// </summary>
internal static class MailRate
{
    private const double LeastShare = 0.5;

    /// <returns>0 if reading into the store has at least half the rate of the framework's stream into the store.</returns>
    public static async Task<int> RunAsync(BenchmarkOptions options, CancellationToken ct)
    {
        var runs = options.Number("runs", 9);
        var body = Encoding.ASCII.GetBytes(Lines(options.Number("mib", 20) << 20));
        byte[] message = [.. "From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: video/mp4; name=a.mp4\r\nContent-Transfer-Encoding: base64\r\n\r\n"u8, .. body, .. "--x--\r\n"u8];
        var folder = Directory.CreateTempSubdirectory("zzx-mail-rate-");
        try
        {
            var store = new DiskBlobStore(Options.Create(new StorageOptions { Root = folder.FullName }));
            var read = new ReadMessage(Options.Create(new MailOptions()));
            var (reading, alone, memory, stream) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
            for (var run = 0; run <= runs; run++)
            {
                reading.Add(await TimeAsync(() => read.RunAsync(new MemoryStream(message), (_, _, content, _) => store.WriteAsync(Key(), content, ct), ct)));
                alone.Add(await TimeAsync(() => read.RunAsync(new MemoryStream(message), (_, _, _, _) => Task.CompletedTask, ct)));
                memory.Add(await TimeAsync(() => Task.FromResult(Base64.DecodeFromUtf8(body, new byte[body.Length], out var taken, out var written))));
                stream.Add(await TimeAsync(async () =>
                {
                    await using var decoded = new CryptoStream(new MemoryStream(body), new FromBase64Transform(FromBase64TransformMode.IgnoreWhiteSpaces), CryptoStreamMode.Read);
                    await store.WriteAsync(Key(), decoded, ct);
                }));
            }

            Console.WriteLine($"message read into the store, with SHA-256: {Rate(reading)} MB/s");
            Console.WriteLine($"message read, nothing kept, with SHA-256:  {Rate(alone)} MB/s");
            Console.WriteLine($"base64 alone in memory, in one call:       {Rate(memory)} MB/s");
            Console.WriteLine($"base64 alone by a stream into the store:   {Rate(stream)} MB/s");
            var share = Median(stream) / Median(reading);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{share:0.00} of the stream's rate, {Median(memory) / Median(alone):0.00} of the call's in memory"));
            return share >= LeastShare ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        string Rate(List<double> seconds) => string.Create(CultureInfo.InvariantCulture, $"{body.Length / 1e6 / Median(seconds):0}");
    }

    private static BlobKey Key() => BlobKey.Original(Guid.NewGuid());

    private static string Lines(int bytes)
    {
        var film = new byte[bytes];
        new Random(1).NextBytes(film);
        return Convert.ToBase64String(film, Base64FormattingOptions.InsertLineBreaks) + "\r\n";
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>The first run warms up.</summary>
    private static double Median(List<double> seconds) => seconds.Skip(1).Order().ElementAt((seconds.Count - 1) / 2);
}
