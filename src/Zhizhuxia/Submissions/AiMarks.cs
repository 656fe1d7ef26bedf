namespace Zhizhuxia.Submissions;

/// <summary>What a file itself tells of AI: codes among the warnings of its asset, with a sentence in RefusalTexts. Pure.</summary>
public static class AiMarks
{
    /// <summary>The file's metadata says: made by AI.</summary>
    public const string Certain = "ai_certain";

    /// <summary>The file's metadata says: perhaps made by AI.</summary>
    public const string Possible = "ai_possible";

    /// <summary>Traces of a generator in the file.</summary>
    public const string Suspected = "ai_suspected";

    /// <summary>The label that a file's warnings give it.</summary>
    public static AiLabel LabelOf(IReadOnlyList<string> warnings) => warnings switch
    {
        _ when warnings.Contains(Certain) => AiLabel.Certain,
        _ when warnings.Contains(Possible) => AiLabel.Possible,
        _ when warnings.Contains(Suspected) => AiLabel.Suspected,
        _ => AiLabel.None,
    };

    /// <summary>The code of a label; null for none.</summary>
    public static string? Of(AiLabel label) => label switch
    {
        AiLabel.Certain => Certain,
        AiLabel.Possible => Possible,
        AiLabel.Suspected => Suspected,
        _ => null,
    };
}
