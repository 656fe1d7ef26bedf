namespace Zhizhuxia.Media;

/// <summary>A font with Chinese characters on this machine; under <c>/usr</c>, where the box can read it.</summary>
internal static class NoticeFont
{
    private static readonly string[] Known =
    [
        "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
        "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc", "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
    ];

    /// <summary>The font of the settings, else the first that is there.</summary>
    /// <exception cref="FileNotFoundException">There is none: the machine is not set up, and a film that needs a notice must not go out without it.</exception>
    public static string Find(MediaOptions options) => options.NoticeFont.Length > 0
        ? options.NoticeFont
        : Known.FirstOrDefault(File.Exists) ?? throw new FileNotFoundException("No font with Chinese characters is installed (Media:NoticeFont, package fonts-noto-cjk).");
}
