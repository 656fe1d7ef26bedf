namespace Zhizhuxia.Submissions;

/// <summary>What a piece has of them.</summary>
public static class Consents
{
    public static bool HasConsent(this Submission piece, ConsentKind kind) => piece.Consents.Any(consent => consent.Kind == kind);
}
