using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Zhizhuxia.FunctionalTests.Operation;

/// <summary>A collector on loopback that takes metrics by OTLP over HTTP and keeps the newest total of each (opentelemetry-proto, metrics.proto).</summary>
internal sealed class OtlpCollector : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentDictionary<string, double> _totals = new();

    public OtlpCollector()
    {
        Address = $"http://127.0.0.1:{FreePort.Take()}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Address { get; }

    /// <summary>Sum over all points of a metric, or the count of a histogram; null: it never came.</summary>
    public double? Total(string name) => _totals.TryGetValue(name, out var total) ? total : null;

    public string Seen() => string.Join('\n', _totals.Select(one => $"{one.Key} {one.Value}").Order());

    public void Dispose() => _listener.Close();

    private async Task AcceptAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var visit = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await visit.Request.InputStream.CopyToAsync(body);
                if (visit.Request.Url!.AbsolutePath == "/v1/metrics")
                    foreach (var resource in Fields(body.ToArray(), 1))
                        foreach (var metric in Fields(resource, 2).SelectMany(scope => Fields(scope, 2)))
                            _totals[Encoding.UTF8.GetString(Fields(metric, 1).Single())] = TotalOf(metric);
                visit.Response.Close();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    /// <summary>Gauge 5, sum 7, histogram 9; their points 1; of a number as_double 4, as_int 6, of a histogram count 4.</summary>
    private static double TotalOf(byte[] metric)
    {
        var numbers = Fields(metric, 5).Concat(Fields(metric, 7)).SelectMany(kind => Fields(kind, 1)).ToList();
        return numbers.Sum(point => Fixed(point, 6).Sum(bytes => BinaryPrimitives.ReadInt64LittleEndian(bytes)) + Fixed(point, 4).Sum(bytes => BinaryPrimitives.ReadDoubleLittleEndian(bytes)))
            + Fields(metric, 9).SelectMany(kind => Fields(kind, 1)).SelectMany(point => Fixed(point, 4)).Sum(bytes => BinaryPrimitives.ReadInt64LittleEndian(bytes));
    }

    private static IEnumerable<byte[]> Fields(byte[] message, int number) => Read(message).Where(field => field.Number == number && field.Wire == 2).Select(field => field.Bytes);

    private static IEnumerable<byte[]> Fixed(byte[] message, int number) => Read(message).Where(field => field.Number == number && field.Wire == 1).Select(field => field.Bytes);

    private static List<(int Number, int Wire, byte[] Bytes)> Read(byte[] message)
    {
        List<(int, int, byte[])> fields = [];
        for (var at = 0; at < message.Length;)
        {
            var tag = Varint(message, ref at);
            var length = (tag & 7) switch { 1 => 8, 5 => 4, 2 => (int)Varint(message, ref at), _ => 0 };
            if ((tag & 7) == 0)
                Varint(message, ref at);
            fields.Add(((int)(tag >> 3), (int)(tag & 7), message[at..(at + length)]));
            at += length;
        }
        return fields;
    }

    private static ulong Varint(byte[] bytes, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            value |= (ulong)(bytes[at] & 0x7F) << shift;
            if (bytes[at++] < 0x80)
                return value;
        }
    }
}
