using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Submit;

/// <summary>What the form says while the reader types.</summary>
/// <param name="Code">Why it could not be handed in so, a code of RefusalTexts; or null.</param>
/// <param name="Sentence">For the reader, also when there is nothing wrong.</param>
/// <param name="Links">In the order of the text.</param>
internal sealed record Recognised(string? Code, string Sentence, IReadOnlyList<SharedLink> Links)
{
    public static Recognised Of(string? text)
    {
        if (SubmissionFormRules.LinkCode(text) is { } code)
            return new(code, RefusalTexts.Of(code), ShareText.Parse(text).Links);
        var shared = ShareText.Parse(text);
        var labels = shared.Links.Where(link => link.Platform != Platforms.Unknown).Prepend(shared.Chosen!).Select(link => Platforms.LabelOf(link.Platform)).Distinct();
        return new(null, $"识别到：{string.Join('、', labels)} · 链接 {shared.Links.Count} 个{More(shared.Chosen!)}", shared.Links);
    }

    /// <summary>A disk that asks for a code stays shut to the editor without it; what 视频号 shows opens in 微信 only.</summary>
    private static string More(SharedLink link) => link switch
    {
        { Platform: Platforms.WeChatChannels } => "。视频号的视频编辑取不到，手机里有原片的话，请改用“传视频”交来。",
        { Kind: not LinkKind.CloudDisk } => "",
        { Code: null } => "。没有看到提取码，如果有，请一起写上。",
        { Expires: null } => $" · 提取码 {link.Code}",
        _ => $" · 提取码 {link.Code} · {link.Expires}",
    };
}
