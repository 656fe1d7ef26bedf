using Zhizhuxia.Media;

namespace Zhizhuxia.UnitTests.Media;

public sealed class ListedPacketsTests
{
    private const string Listing = """
        {
            "packets": [
                { "stream_index": 0, "pts_time": "0.066667", "dts_time": "0.000000", "duration_time": "0.033333", "size": "900", "flags": "K_" },
                { "stream_index": 0, "pts_time": "0.100000", "dts_time": "0.033333", "duration_time": "0.033333", "size": "90", "flags": "__" },
                { "stream_index": 1, "pts_time": "-0.023220", "duration_time": "0.023220", "size": "258", "flags": "KD",
                    "side_data_list": [
                        {  }
                    ] },
                { "stream_index": 1, "pts_time": "0.045333", "size": "9", "flags": "K_" }
            ],
            "programs": [

            ],
            "streams": [
                { "index": 0, "codec_name": "h264", "codec_type": "video", "width": 640, "height": 360 }
            ],
            "format": { "format_name": "mov,mp4", "start_time": "0.045333", "duration": "0.1" }
        }
        """;

    [Fact]
    public void Streams_and_packets_come_out_of_one_listing()
    {
        var packets = new PacketTable(10);
        var listed = new ListedPackets(packets);

        foreach (var line in Listing.Split('\n'))
            listed.AddLine(line.AsMemory());

        var report = ProbeReport.Parse(listed.Listing)!;
        Assert.Equal(("h264", 640), (Assert.Single(report.Streams).Codec, report.Streams[0].Width));
        Assert.Equal([new(0.066667, 0.033333f, 900, true), new(0.1, 0.033333f, 90, false)], packets.Track(0));
        Assert.Equal([new(0.045333, 0, 9, true)], packets.Track(1));
        Assert.Equal(1, packets.EditedAway(1));
    }
}
