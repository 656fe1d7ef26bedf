using Zhizhuxia.Intake;

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
        return new(null, $"识别到：{Platforms.LabelOf(shared.Chosen!.Platform)} · 链接 {shared.Links.Count} 个", shared.Links);
    }
}
