using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>The reader answers 请您补充 (T9), with words, with new films, or by agreeing. New films were uploaded into a draft of their own.</summary>
public sealed class AnswerRequest(PortalDb db, ReaderPiece readers, TimeProvider clock)
{
    private const int LongestAnswer = 2000;

    /// <param name="code">A receipt code as typed, or what stands behind # in the one-time link.</param>
    /// <exception cref="RefusedException">
    /// <c>receipt-unknown</c>, <c>answer-link-dead</c>, <c>answer-missing</c>, <c>answer-too-long</c>, <c>upload-unfinished</c>, <c>not-possible-now</c>, <c>reader-stale</c>.
    /// </exception>
    public async Task RunAsync(string? code, ReaderAnswer answer, CancellationToken ct)
    {
        var words = PlainText.Block(answer.Text);
        if (PlainText.Count(words) > LongestAnswer)
            throw new RefusedException("answer-too-long");
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var asked = await readers.ByCodeAsync(code, ct);
        if (asked.State is not State.Waiting)
            throw new RefusedException("not-possible-now");
        var added = await BringAsync(asked.Id, answer, ct);
        db.ChangeTracker.Clear();
        var piece = (await db.LoadAsync(asked.Id, ct))!;
        var now = clock.GetUtcNow();
        var agreed = answer.Agreed.Except(piece.Consents.Select(consent => consent.Kind)).ToList();
        piece.Agree(agreed, now);
        if (agreed.Contains(ConsentKind.Guardian) && piece.Declarations is { Minors: Minors.NotAsked } declared)
            piece.Declarations = declared with { Minors = Minors.GuardianAgreed };
        if (words is null && agreed.Count > 0)
            words = "读者已确认同意。";
        piece.Apply(added > 0 ? Verb.AnswerWithMaterial : Verb.Answer, Actor.Reader, now, new() { Answer = words });
        await SaveAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Moves the films of the answer's own draft to the piece, with their jobs. A job that runs meanwhile finds another row version and begins anew.</summary>
    private async Task<int> BringAsync(Guid pieceId, ReaderAnswer answer, CancellationToken ct)
    {
        if (answer.Draft is not { } draft || answer.OwnerHash is not { } owner || draft == pieceId)
            return 0;
        if (!await db.Submissions.AnyAsync(piece => piece.Id == draft && piece.OwnerHash == owner && piece.State == State.Draft, ct))
            return 0;
        var films = db.Assets.Where(asset => asset.SubmissionId == draft && asset.State != AssetState.Purged);
        if (await films.AnyAsync(asset => asset.Sha256 == null, ct))
            throw new RefusedException("upload-unfinished");
        var ids = await films.Select(asset => asset.Id).ToListAsync(ct);
        await db.Jobs.Where(job => ids.Contains(job.AssetId!.Value)).ExecuteUpdateAsync(set => set.SetProperty(job => job.SubmissionId, (Guid?)pieceId), ct);
        return await films.ExecuteUpdateAsync(set => set
            .SetProperty(asset => asset.SubmissionId, pieceId).SetProperty(asset => asset.RowVersion, asset => asset.RowVersion + 1), ct);
    }

    private async Task SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusedException("reader-stale");
        }
    }
}

/// <summary>What a reader answers.</summary>
/// <param name="Text">Up to 2000 characters, or null.</param>
/// <param name="Draft">The draft that new films were uploaded into, or null.</param>
/// <param name="OwnerHash">SHA-256 of the browser's upload cookie, or null.</param>
/// <param name="Agreed">Consents ticked on the answer page.</param>
public sealed record ReaderAnswer(string? Text, Guid? Draft, string? OwnerHash, IReadOnlyList<ConsentKind> Agreed);
