using System.Text;
using System.Text.Json;

namespace Zhizhuxia.Media;

/// <summary>
/// Reads what one ffprobe says of a file of our own, streams and packets together (<c>-of json=compact=1</c>, one packet a line): starting it costs more
/// than what it does. Nothing of it is kept but the packets' figures.
/// </summary>
public sealed class ListedPackets(PacketTable packets)
{
    /// <summary>How ffprobe is asked to write.</summary>
    public const string Format = "json=compact=1";

    private const int LongestListing = 1 << 20;
    private static readonly string[] Fields = ["stream_index", "pts_time", "dts_time", "duration_time", "size", "flags"];
    private readonly StringBuilder _listing = new();
    private bool _inSideData;

    /// <summary>Everything but the packets: what <see cref="ProbeReport.Parse"/> reads.</summary>
    public string Listing => _listing.ToString();

    /// <summary>Takes one line in.</summary>
    public void AddLine(ReadOnlyMemory<char> line)
    {
        var text = line.Span.Trim();
        if (_inSideData)
            _inSideData = !text.TrimEnd(',').EndsWith("] }");
        else if (text.StartsWith("{ \"stream_index\""))
            AddPacket(text.TrimEnd(',').ToString());
        else if (_listing.Length + text.Length < LongestListing)
            _listing.Append(text).Append('\n');
    }

    /// <summary>A packet with side data, as the first one of AAC, goes on over the next lines; nothing of that is asked for.</summary>
    private void AddPacket(string packet)
    {
        _inSideData = !packet.EndsWith('}');
        packets.AddLine(Row(_inSideData ? packet + "}" : packet));
    }

    // As ffprobe's CSV has it, which the table reads.
    private static string Row(string packet)
    {
        using var fields = JsonDocument.Parse(packet);
        return string.Join(',', Fields.Select(name => fields.RootElement.TryGetProperty(name, out var value) ? value.ToString() : "N/A"));
    }
}
