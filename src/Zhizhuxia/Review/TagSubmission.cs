using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>Somebody who reviews puts a word on a piece (标签), or takes it off. Whoever is second finds it done.</summary>
public sealed class TagSubmission(PortalDb db, TimeProvider clock)
{
    /// <summary>More do not help to find anything.</summary>
    public const int MostOfPiece = 10;

    /// <param name="typed">See <see cref="PieceTag.Word"/>.</param>
    /// <exception cref="RefusedException"><c>not-found</c>, <c>tag-invalid</c>, <c>too-many-tags</c>.</exception>
    public async Task RunAsync(Guid id, Actor actor, string? typed, bool on, CancellationToken ct)
    {
        var word = PieceTag.Clean(typed) ?? throw new RefusedException("tag-invalid");
        if (!actor.Reviews || !await db.QueueEntries.AnyAsync(entry => entry.SubmissionId == id, ct))
            throw new RefusedException("not-found");
        var tags = await db.PieceTags.Where(tag => tag.SubmissionId == id).ToListAsync(ct);
        var there = tags.Find(tag => tag.Word == word);
        if (there is not null == on)
            return;
        if (on && tags.Count >= MostOfPiece)
            throw new RefusedException("too-many-tags");
        if (there is not null)
            db.PieceTags.Remove(there);
        else
            db.PieceTags.Add(new() { SubmissionId = id, Word = word, AddedBy = actor.Name, AddedAt = clock.GetUtcNow() });
        await db.SaveOnceAsync(async () => await db.PieceTags.AnyAsync(tag => tag.SubmissionId == id && tag.Word == word, ct) == on, ct);
    }
}
