using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>Finds a piece for its reader, by receipt code or by the one-time link of 请您补充.</summary>
public sealed class ReaderPiece(PortalDb db, ReceiptCodes codes, AnswerLink answerLink)
{
    /// <param name="code">A receipt code as typed, or what stands behind # in the one-time link.</param>
    /// <exception cref="RefusedException"><c>receipt-unknown</c>, <c>answer-link-dead</c>.</exception>
    public Task<Submission> ByCodeAsync(string? code, CancellationToken ct) =>
        AnswerLink.PieceOf(code?.Trim() ?? "") is { } id ? ByAnswerLinkAsync(id, code!.Trim(), ct) : ByReceiptAsync(code, ct);

    /// <param name="typed">Any case, with dashes or blanks.</param>
    /// <exception cref="RefusedException"><c>receipt-unknown</c>: it opens nothing; the same for a code that cannot be one.</exception>
    public async Task<Submission> ByReceiptAsync(string? typed, CancellationToken ct) =>
        codes.HashOf(typed) is { } hash && await db.Aggregate().SingleOrDefaultAsync(piece => piece.ReceiptHash == hash, ct) is { } piece
            ? piece
            : throw new RefusedException("receipt-unknown");

    private async Task<Submission> ByAnswerLinkAsync(Guid id, string code, CancellationToken ct) =>
        await db.LoadAsync(id, ct) is { } piece && answerLink.Opens(code, piece) ? piece : throw new RefusedException("answer-link-dead");
}
