using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>What a reader is shown once, right after 提交.</summary>
/// <param name="Number">编号, for example ZX261122-0031.</param>
/// <param name="Code">回执码, 24 characters without dashes; <see cref="Receipt.Grouped"/> is for people.</param>
/// <param name="Files">What arrived, in the order it came; empty for a link or a proposal.</param>
/// <param name="Consents">The texts agreed to.</param>
/// <param name="SubmittedAt">When the piece was taken.</param>
/// <param name="AnswerDue">The end of the 15 days.</param>
public sealed record ReceiptView(
    string Number, string Code, SubmissionKind Kind, string Title, IReadOnlyList<ReceiptFile> Files, IReadOnlyList<AgreedText> Consents,
    DateTimeOffset SubmittedAt, DateTimeOffset AnswerDue)
{
    /// <summary>The request has made its piece before; this is its answer once more.</summary>
    public bool IsRepeated { get; init; }

    internal static ReceiptView Of(Submission piece, string code) => new(
        piece.Number!, code, piece.Kind, piece.Title,
        [.. piece.UsableAssets.OrderBy(asset => asset.Id).Select(asset => new ReceiptFile(asset.FileName, asset.Length, asset.Sha256!))],
        [.. piece.Consents.OrderBy(consent => consent.Kind).Select(consent => new AgreedText(consent.Kind, consent.TextVersion, consent.Text))],
        piece.SubmittedAt!.Value, piece.AnswerDue!.Value);
}

/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hex of what arrived.</param>
public sealed record ReceiptFile(string Name, long Size, string Sha256);

/// <param name="Version">For example 2026-11.</param>
public sealed record AgreedText(ConsentKind Kind, string Version, string Text);
