using System.Globalization;
using System.Text.Json;
using Zhizhuxia.Assets;
using Zhizhuxia.Media;

namespace Zhizhuxia.Web.Review;

/// <summary>What was measured of a film, each fact with a light and a plain meaning.</summary>
public static class FilmChecks
{
    /// <summary>None before the film has been inspected.</summary>
    public static IReadOnlyList<CheckLine> Of(Asset asset)
    {
        var found = ReviewFindings.Of(asset);
        if (Facts(asset) is not { } facts)
            return asset.State is AssetState.Ready ? [Whole(asset.Warnings), Source(asset.Warnings), .. Marks(found)] : [];
        return
        [
            Whole(facts.Warnings), Size(facts.Video), Rate(facts.Video), Colour(facts.Video), Codec(facts), Sound(facts, found?.Loudness), Source(asset.Warnings),
            .. Marks(found), Place(facts),
        ];
    }

    private static CheckLine Whole(IReadOnlyList<string> warnings) =>
        warnings.FirstOrDefault(code => code is MediaWarnings.Truncated or MediaWarnings.Damaged) is { } code
            ? new(Light.Red, "完整", code is MediaWarnings.Truncated ? "不完整" : "有损坏", DeskSentences.Of(code))
            : new(Light.Green, "完整", "能从头放到尾", "没有发现缺损。");

    private static CheckLine Size(VideoTrack video)
    {
        var (edge, value) = (Math.Min(video.DisplayWidth, video.DisplayHeight), $"{video.DisplayWidth}×{video.DisplayHeight}");
        return edge switch
        {
            >= 1080 => new(Light.Green, "画面", value, "大屏和版面截图都够清楚。"),
            >= 720 => new(Light.Green, "画面", value, "手机和电脑上清楚，版面上的截图不宜太大。"),
            >= 480 => new(Light.Yellow, "画面", value, "手机上还行，放大会发虚；要紧的话请读者补原片。"),
            _ => new(Light.Red, "画面", value, "太小，刊发会不清晰；请读者补原片。"),
        };
    }

    private static CheckLine Rate(VideoTrack video)
    {
        var value = $"每秒 {Figure(video.FrameRate, "0.##")} 格";
        return video switch
        {
            { IsVariable: true } => new(Light.Yellow, "流畅", value, "快慢不匀，手机和录屏常见；刊发版会拉匀。"),
            { FrameRate: < 15 } => new(Light.Yellow, "流畅", value, "格数少，动作会一顿一顿。"),
            { IsInterlaced: true } => new(Light.Yellow, "流畅", value, "隔行画面，横移处会有细齿；刊发版会消除。"),
            _ => new(Light.Green, "流畅", value, "匀速。"),
        };
    }

    private static CheckLine Colour(VideoTrack video) => video.Hdr is Hdr.None
        ? new(Light.Green, "色彩", "普通", "所有屏幕上颜色一致。")
        : new(Light.Yellow, "色彩", $"HDR（{(video.Hdr is Hdr.Pq ? "PQ" : "HLG")}）", "高动态画面；审看版和刊发版转成普通色彩，请看一眼亮处。");

    private static CheckLine Codec(VideoFacts facts) => facts.PlayableInBrowser
        ? new(Light.Green, "格式", $"{facts.Container} · {facts.Video.Codec}", "浏览器直接放原片，您看到的就是它。")
        : new(Light.Yellow, "格式", $"{facts.Container} · {facts.Video.Codec}", "浏览器放不了原片，您看到的是审看版。");

    private static CheckLine Sound(VideoFacts facts, Loudness? loudness) => (facts.Audio, loudness) switch
    {
        (null, _) => new(Light.Yellow, "声音", "没有声音", facts.AudioTracks > 0 ? "有声音轨，但读不出来。" : "请确认本来就没有声音。"),
        (_, { IntegratedLufs: <= Loudness.Nothing }) => new(Light.Red, "声音", "听不到", "声音轨里没有声音。"),
        (_, { TruePeakDbtp: > 0 }) => new(Light.Yellow, "声音", Lufs(loudness), "最响处可能爆音，请听一听。"),
        (_, { IntegratedLufs: < -30 }) => new(Light.Yellow, "声音", Lufs(loudness), "很轻；刊发版会调响，底噪也会跟着响。"),
        ({ Channels: var channels }, null) => new(Light.Green, "声音", Channels(channels), "响度等审看版做好才知道。"),
        ({ Channels: var channels }, _) => new(Light.Green, "声音", $"{Channels(channels)} · {Lufs(loudness)}", "刊发版会统一响度。"),
    };

    private static CheckLine Source(IReadOnlyList<string> warnings) =>
        warnings.FirstOrDefault(code => code is RecompressionSigns.Platform or RecompressionSigns.MessengerSize or RecompressionSigns.FewBits) is { } code
            ? new(Light.Yellow, "原片", "像是被压缩过", DeskSentences.Of(code))
            : new(Light.Green, "原片", "没有转发压缩的痕迹", "画质没有因为转发而受损。");

    private static IEnumerable<CheckLine> Marks(ReviewFindings? found)
    {
        if (found is null)
            return [new(Light.Grey, "黑场、静止、无声", "还没看完", "审看版做好以后才知道。")];
        var kinds = found.Marks.GroupBy(mark => mark.Kind).OrderBy(kind => kind.Key).ToList();
        return kinds.Count == 0
            ? [new(Light.Green, "黑场、静止、无声", "没有", "整片有画面、有动静、有声音。")]
            : kinds.Select(kind => new CheckLine(
                Light.Yellow, DeskTexts.Of(kind.Key), $"{kind.Count()} 处，共 {Figure(kind.Sum(mark => mark.ToSeconds - mark.FromSeconds), "0.#")} 秒", "播放器下面列着每一处，点一下就跳过去看。"));
    }

    private static CheckLine Place(VideoFacts facts) => facts.HasLocation
        ? new(Light.Green, "拍摄地点", "文件里有", "只在“材料”里给审稿的人看；刊发版里去掉了。")
        : new(Light.Grey, "拍摄地点", "文件里没有", "地点要另外核实。");

    private static VideoFacts? Facts(Asset asset)
    {
        try
        {
            return asset.Facts is null ? null : VideoFacts.FromJson(asset.Facts);
        }
        catch (JsonException) // of an older program
        {
            return null;
        }
    }

    private static string Lufs(Loudness? loudness) => $"{Figure(loudness?.IntegratedLufs ?? 0, "0.0")} LUFS";

    private static string Channels(int count) => count switch { 1 => "单声道", 2 => "立体声", _ => $"{count} 声道" };

    private static string Figure(double value, string shape) => value.ToString(shape, CultureInfo.InvariantCulture).Replace('-', '−');
}
