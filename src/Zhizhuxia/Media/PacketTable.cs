using System.Globalization;

namespace Zhizhuxia.Media;

/// <summary>One packet of a track.</summary>
/// <param name="Seconds">Presentation time; NaN when the file gives none.</param>
/// <param name="DurationSeconds">0 when the file gives none.</param>
/// <param name="Bytes">Size.</param>
/// <param name="IsKey">Decoding can start here.</param>
public readonly record struct Packet(double Seconds, float DurationSeconds, int Bytes, bool IsKey);

/// <summary>
/// Every packet of a file, by track: the only thing about a film's length, rate and completeness that can be believed.
/// Filled line by line from <c>ffprobe -of csv=p=0 -show_entries packet=stream_index,pts_time,dts_time,duration_time,size,flags</c>.
/// </summary>
public sealed class PacketTable(int maxPackets)
{
    /// <summary>The fields asked of ffprobe, in the order in which it prints them.</summary>
    public const string Entries = "packet=stream_index,pts_time,dts_time,duration_time,size,flags";

    private readonly Dictionary<int, List<Packet>> _tracks = [];
    private readonly Dictionary<int, int> _editedAway = [];
    private int _count;

    /// <summary>More packets came than may be kept.</summary>
    public bool Overflowed { get; private set; }

    /// <summary>The packets of a track in the file's order, without those an edit list throws away.</summary>
    public IReadOnlyList<Packet> Track(int index) => _tracks.GetValueOrDefault(index, []);

    /// <summary>Packets of a track that its edit list throws away.</summary>
    public int EditedAway(int index) => _editedAway.GetValueOrDefault(index);

    /// <summary>Takes one line in; a line that is none of a packet is passed over.</summary>
    public void AddLine(ReadOnlySpan<char> line)
    {
        Span<Range> fields = stackalloc Range[8];
        if (line.Split(fields, ',') < 6 || !int.TryParse(line[fields[0]], CultureInfo.InvariantCulture, out var stream))
            return;
        var flags = line[fields[5]];
        if (flags.Contains('D'))
        {
            _editedAway[stream] = EditedAway(stream) + 1;
            return;
        }
        if (++_count > maxPackets)
        {
            Overflowed = true;
            return;
        }
        var shown = Seconds(line[fields[1]]);
        Add(stream, new Packet(
            double.IsNaN(shown) ? Seconds(line[fields[2]]) : shown,
            Seconds(line[fields[3]]) is var lasts && double.IsNaN(lasts) ? 0 : (float)lasts,
            int.TryParse(line[fields[4]], CultureInfo.InvariantCulture, out var bytes) ? bytes : 0,
            flags.Contains('K')));
    }

    private void Add(int stream, Packet packet)
    {
        if (!_tracks.TryGetValue(stream, out var packets))
            _tracks[stream] = packets = [];
        packets.Add(packet);
    }

    private static double Seconds(ReadOnlySpan<char> field) =>
        double.TryParse(field, CultureInfo.InvariantCulture, out var seconds) ? seconds : double.NaN;
}
