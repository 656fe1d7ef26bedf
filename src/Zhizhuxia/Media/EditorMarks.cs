using Zhizhuxia.Submissions;

namespace Zhizhuxia.Media;

/// <summary>What an editor is warned of beside a film: codes with a sentence in RefusalTexts, kept in the asset's row. Pure.</summary>
public static class EditorMarks
{
    /// <summary>All that an editor is told of this film: damage, shrinking by a messenger, AI. That a program wrote it is no warning.</summary>
    public static IReadOnlyList<string> Of(VideoFacts facts) =>
    [
        .. facts.Warnings, .. facts.RecompressionSigns.Where(sign => sign != RecompressionSigns.Encoder),
        .. AiMarks.Of(facts.AiLabel) is { } mark ? [mark] : Array.Empty<string>(),
    ];
}
