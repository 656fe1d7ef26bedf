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
            return new(code, RefusalTexts.Of(code), []);
        var shared = ShareText.Parse(text);
        return new(null, $"识别到：{Platforms.LabelOf(shared.Chosen!.Platform)} · 链接 {shared.Links.Count} 个{Disk(shared.Chosen)}", shared.Links);
    }

    /// <summary>A disk that asks for a code stays shut to the editor without it.</summary>
    private static string Disk(SharedLink link) => link switch
    {
        { Kind: not LinkKind.CloudDisk } => "",
        { Code: null } => "。没有看到提取码，如果有，请一起写上。",
        { Expires: null } => $" · 提取码 {link.Code}",
        _ => $" · 提取码 {link.Code} · {link.Expires}",
    };
}
