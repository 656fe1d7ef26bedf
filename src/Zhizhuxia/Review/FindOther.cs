using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>Looks up the piece that a duplicate names, and what both have in common.</summary>
public sealed class FindOther(PortalDb db)
{
    /// <returns>The decision with <see cref="Decision.Other"/>, where a number was given and belongs to a piece.</returns>
    public async Task<Decision> CompleteAsync(Decision decision, Submission piece, CancellationToken ct)
    {
        if (decision.OtherNumber is not { } number)
            return decision;
        var other = await db.Submissions.AsNoTracking().Include(row => row.Assets).Include(row => row.Links).AsSplitQuery()
            .SingleOrDefaultAsync(row => row.Number == number && row.State != State.Draft, ct);
        if (other is null)
            return decision;
        var links = await db.LinkFacts.AsNoTracking().Where(link => link.SubmissionId == piece.Id).Select(link => link.Key).ToListAsync(ct);
        var pair = await db.Resemblances.AsNoTracking()
            .SingleOrDefaultAsync(row => (row.OneId == piece.Id && row.OtherId == other.Id) || (row.OneId == other.Id && row.OtherId == piece.Id), ct);
        return decision with
        {
            Other = new(other.Id, number, other.Closing is not CloseReason.Duplicate, Evidence(piece, links, other, pair)),
        };
    }

    private static string Evidence(Submission piece, List<string> links, Submission other, Resemblance? pair)
    {
        var hashes = other.Assets.Select(asset => asset.Sha256).OfType<string>().ToHashSet();
        string?[] found =
        [
            piece.Assets.Find(asset => asset.Sha256 is { } hash && hashes.Contains(hash)) is { Sha256: { } same } ? ResemblanceWords.Of(new ResemblanceEvidence(ResemblanceKind.SameBytes, 1, true, same)) : null,
            other.Links.Find(link => links.Contains(link.Key)) is { } shared ? ResemblanceWords.Of(new ResemblanceEvidence(ResemblanceKind.SameLink, 1, true, shared.Key)) : null,
            .. pair?.Evidence.Where(evidence => evidence.Kind is ResemblanceKind.Pictures or ResemblanceKind.Sound).Select(ResemblanceWords.Of) ?? [],
        ];
        return string.Join('；', found.Where(words => words is not null));
    }
}
