namespace Zhizhuxia.Web.Review;

/// <summary>Names of a file's tags in plain Chinese. Apple, Android, Matroska and the rest name the same thing in a dozen ways.</summary>
public static class TagWords
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["location"] = "位置", ["device"] = "设备", ["recorded"] = "拍摄时间",

        ["artist"] = "作者", ["author"] = "作者", ["composer"] = "作曲", ["performer"] = "表演者", ["director"] = "导演", ["producer"] = "制作人",
        ["copyright"] = "版权", ["comment"] = "备注", ["description"] = "说明", ["title"] = "标题", ["album"] = "专辑", ["keywords"] = "关键词",
        ["publisher"] = "发布者", ["owner"] = "所有者", ["account_id"] = "账号", ["contact"] = "联系方式", ["xmp"] = "附加信息（XMP）",

        ["make"] = "品牌", ["manufacturer"] = "品牌", ["model"] = "型号", ["software"] = "软件", ["firmware"] = "固件", ["version"] = "系统版本",
        ["serial"] = "序列号", ["serial_number"] = "序列号", ["camera_serial"] = "相机序列号", ["serialno"] = "序列号", ["lens"] = "镜头",
        ["content.identifier"] = "内容编号", ["camera.identifier"] = "镜头编号", ["camera.lens_model"] = "镜头", ["clipID"] = "片段编号",
        ["camera.framereadouttimeinmicroseconds"] = "每帧读出时间（微秒）", ["live-photo.auto"] = "实况照片", ["live-photo.vitality-score"] = "实况照片评分",
        ["originating.signature"] = "来源签名", ["capture.fps"] = "拍摄帧率", ["utc_offset"] = "时区", ["preview_video_cover"] = "封面",
        ["livephoto"] = "实况照片", ["reel_name"] = "卷名", ["timecode"] = "时间码", ["media_uid"] = "素材编号", ["original_media_uid"] = "原素材编号",
        ["device_id"] = "设备编号", ["unique_id"] = "唯一编号",

        ["location.name"] = "地点", ["location.body"] = "所在星球", ["location.note"] = "地点备注", ["location.role"] = "地点用途", ["location.facing"] = "拍摄方向",
        ["location.date"] = "定位时间", ["location.accuracy.horizontal"] = "定位精度（米）", ["direction.facing"] = "拍摄方向", ["direction.motion"] = "移动方向",
    };

    // What a maker puts before the name.
    private static readonly string[] Makers =
    [
        "com.apple.quicktime.", "com.apple.photos.", "com.apple.proapps.", "com.samsung.android.", "com.android.", "com.xiaomi.", "com.huawei.", "com.oppo.",
    ];

    /// <summary>In Chinese; a name that is not known stays as it is.</summary>
    public static string Of(string tag)
    {
        var maker = Makers.FirstOrDefault(prefix => tag.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        return Names.GetValueOrDefault(maker is null ? tag : tag[maker.Length..], tag);
    }
}
