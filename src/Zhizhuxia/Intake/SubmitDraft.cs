using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>提交 of a film: the draft its uploads belong to becomes a piece (T1).</summary>
public sealed class SubmitDraft(PortalDb db, TakeSubmission take)
{
    /// <param name="draftId">Made by the page; the uploads carried it.</param>
    /// <param name="ownerHash">SHA-256 of the browser's upload cookie; null if it has none, and then it has no draft either.</param>
    /// <param name="idempotencyKey">16 characters or more, random; the same key gives the same receipt.</param>
    /// <exception cref="FormInvalidException">Fields to mend.</exception>
    /// <exception cref="RefusedException"><c>material-missing</c> (also for another browser's draft), <c>upload-unfinished</c>, <c>already-submitted</c>, or as <see cref="TakeSubmission"/>.</exception>
    public Task<ReceiptView> RunAsync(Guid draftId, string? ownerHash, SubmissionForm form, string idempotencyKey, CancellationToken ct) =>
        RunAsync(draftId, ownerHash, form, Arrival.Web, idempotencyKey, ct);

    /// <inheritdoc cref="RunAsync(Guid, string?, SubmissionForm, string, CancellationToken)"/>
    public Task<ReceiptView> RunAsync(Guid draftId, string? ownerHash, SubmissionForm form, Arrival arrival, string idempotencyKey, CancellationToken ct) =>
        take.RunAsync(Keyed(draftId, ownerHash, form, idempotencyKey), arrival, () => LoadAsync(draftId, ownerHash, ct), ct);

    /// <summary>What makes two requests the same.</summary>
    public static KeyedForm Keyed(Guid draftId, string? ownerHash, SubmissionForm form, string idempotencyKey) => new(idempotencyKey, form, $"{draftId:N} {ownerHash}");

    /// <summary>API: the draft that exactly these uploads belong to.</summary>
    /// <param name="tokens">Last segments of the uploads' addresses.</param>
    /// <exception cref="RefusedException"><c>uploads-unknown</c>: one is not there, not this browser's, or of another draft; <c>uploads-incomplete</c>: the draft has more.</exception>
    public async Task<Guid> DraftOfAsync(IReadOnlyCollection<string> tokens, string? ownerHash, CancellationToken ct)
    {
        var found = await db.Uploads.Where(upload => tokens.Contains(upload.Token) && upload.OwnerHash == ownerHash)
            .Select(upload => new { upload.AssetId, upload.Asset!.SubmissionId }).ToListAsync(ct);
        if (found.Count == 0 || found.Count != tokens.Distinct().Count() || found.DistinctBy(upload => upload.SubmissionId).Count() > 1)
            throw new RefusedException("uploads-unknown");
        var (draft, named) = (found[0].SubmissionId, found.Select(upload => upload.AssetId).ToList());
        return await db.Assets.AnyAsync(asset => asset.SubmissionId == draft && asset.State != Assets.AssetState.Purged && !named.Contains(asset.Id), ct)
            ? throw new RefusedException("uploads-incomplete")
            : draft;
    }

    private async Task<Submission> LoadAsync(Guid draftId, string? ownerHash, CancellationToken ct) =>
        await db.LoadAsync(draftId, ct) is { } draft && draft.OwnerHash == ownerHash && ownerHash is not null
            ? draft
            : throw new RefusedException("material-missing");
}
