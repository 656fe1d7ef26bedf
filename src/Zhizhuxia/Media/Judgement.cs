namespace Zhizhuxia.Media;

/// <summary>The outcome of looking at a reader's file: facts, or a refusal code. A bad file is a result, never an error.</summary>
public sealed record Judgement
{
    /// <summary>A code of <see cref="MediaRefusals"/>; null when the file was taken.</summary>
    public string? RefusalCode { get; init; }

    /// <summary>The facts; null when refused.</summary>
    public VideoFacts? Facts { get; init; }

    /// <summary>Place, device and person; kept apart, also for a refused file.</summary>
    public RestrictedTags? Restricted { get; init; }

    /// <summary>The file was taken.</summary>
    public bool IsAccepted => Facts is not null;

    /// <summary>A refusal.</summary>
    public static Judgement Refused(string code) => new() { RefusalCode = code };
}
