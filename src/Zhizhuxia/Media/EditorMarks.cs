using Zhizhuxia.Submissions;

namespace Zhizhuxia.Media;

/// <summary>What an editor is warned of beside a film: codes with a sentence in RefusalTexts, kept in the asset's row. Pure.</summary>
public static class EditorMarks
{
    /// <summary>The file's metadata says: made by AI.</summary>
    public const string AiCertain = "ai_certain";

    /// <summary>The file's metadata says: perhaps made by AI.</summary>
    public const string AiPossible = "ai_possible";

    /// <summary>Traces of a generator in the file.</summary>
    public const string AiSuspected = "ai_suspected";

    /// <summary>All that an editor is told of this film: damage, shrinking by a messenger, AI. That a program wrote it is no warning.</summary>
    public static IReadOnlyList<string> Of(VideoFacts facts) =>
        [.. facts.Warnings, .. facts.RecompressionSigns.Where(sign => sign != RecompressionSigns.Encoder), .. Ai(facts.AiLabel)];

    private static IEnumerable<string> Ai(AiLabel label) => label switch
    {
        AiLabel.Certain => [AiCertain],
        AiLabel.Possible => [AiPossible],
        AiLabel.Suspected => [AiSuspected],
        _ => [],
    };
}
