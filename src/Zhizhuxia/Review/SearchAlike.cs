using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Alike;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>Finds the pieces that one piece is like, by its files, its links, and what its films look and sound like.</summary>
public sealed class SearchAlike(PortalDb db)
{
    /// <summary>Pieces of one kind of evidence; the oldest first. A clip that everybody sends does not fill the page.</summary>
    private const int Most = 20;

    /// <summary>Films that are compared in earnest: those with the most keys in common at one distance in time.</summary>
    private const int MostCompared = 40;
    private const int MostPlaces = 200;

    /// <summary>Moments that count as one distance: half a second.</summary>
    private const int Together = PrintKeys.MomentsPerSecond / 2;
    private const int LongerThanAnyFilm = 1_000_000;

    /// <returns>Each with its piece; several of one piece are possible. Offsets lead from the piece asked for to the other.</returns>
    public async Task<IReadOnlyList<FoundAlike>> RunAsync(Guid piece, CancellationToken ct) =>
        [.. await SameBytesAsync(piece, ct), .. await SameLinkAsync(piece, ct), .. await SameFilmAsync(piece, ct)];

    private async Task<List<FoundAlike>> SameBytesAsync(Guid piece, CancellationToken ct) => await (
        from mine in db.Assets.AsNoTracking()
        where mine.SubmissionId == piece && mine.Sha256 != null
        join theirs in db.Assets on mine.Sha256 equals theirs.Sha256
        where theirs.SubmissionId != piece && db.Submissions.Any(other => other.Id == theirs.SubmissionId && other.State != State.Draft)
        orderby theirs.Id
        select new FoundAlike(theirs.SubmissionId, mine.Id, theirs.Id, new(ResemblanceKind.SameBytes, 1, true, mine.Sha256))).Take(Most).ToListAsync(ct);

    private async Task<List<FoundAlike>> SameLinkAsync(Guid piece, CancellationToken ct) => await (
        from mine in db.LinkFacts.AsNoTracking()
        where mine.SubmissionId == piece
        join theirs in db.LinkFacts on mine.Key equals theirs.Key
        where theirs.SubmissionId != piece && db.Submissions.Any(other => other.Id == theirs.SubmissionId && other.State != State.Draft)
        orderby theirs.Id
        select new FoundAlike(theirs.SubmissionId, null, null, new(ResemblanceKind.SameLink, 1, mine.Kind != LinkKind.Profile && mine.Kind != LinkKind.Live, mine.Key))).Take(Most).ToListAsync(ct);

    private async Task<List<FoundAlike>> SameFilmAsync(Guid piece, CancellationToken ct)
    {
        var found = new List<FoundAlike>();
        var mine = await db.Fingerprints.AsNoTracking().Where(print => db.Assets.Any(asset => asset.Id == print.AssetId && asset.SubmissionId == piece)).ToListAsync(ct);
        foreach (var print in mine)
        {
            var film = print.ToPrint();
            foreach (var id in await CandidatesAsync(print.Id, ct))
                found.AddRange(Compare(print.AssetId, film, await OtherAsync(id, piece, ct)));
        }
        return found;
    }

    /// <summary>Within the database, by the index of keys: however many films there are, only those with keys in common are looked at.</summary>
    private async Task<IReadOnlyList<long>> CandidatesAsync(long id, CancellationToken ct)
    {
        var keys = db.Set<FingerprintKey>();
        var places = await (
            from mine in keys
            where mine.FingerprintId == id
            join theirs in keys on mine.Key equals theirs.Key
            where theirs.FingerprintId != id
            group theirs by new { theirs.FingerprintId, Shift = (theirs.Moment - mine.Moment + LongerThanAnyFilm) / Together } into place
            orderby place.Count() descending, place.Key.FingerprintId
            select place.Key.FingerprintId).Take(MostPlaces).ToListAsync(ct);
        return [.. places.Distinct().Take(MostCompared)];
    }

    private async Task<OtherFilm?> OtherAsync(long id, Guid piece, CancellationToken ct) => await (
        from print in db.Fingerprints.AsNoTracking()
        where print.Id == id
        join asset in db.Assets on print.AssetId equals asset.Id
        where asset.SubmissionId != piece && db.Submissions.Any(other => other.Id == asset.SubmissionId && other.State != State.Draft)
        select new OtherFilm(asset.SubmissionId, print)).SingleOrDefaultAsync(ct);

    private static IEnumerable<FoundAlike> Compare(Guid asset, FilmPrint film, OtherFilm? other)
    {
        if (other is null)
            yield break;
        var match = FilmMatch.Of(film, other.Print.ToPrint());
        foreach (var (kind, place) in new[] { (ResemblanceKind.Pictures, match.Pictures), (ResemblanceKind.Sound, match.Sound) })
            if (place is not null)
                yield return new(other.Piece, asset, other.Print.AssetId, new(kind, Math.Round(place.Share, 3), place.IsStrong)
                {
                    OffsetSeconds = place.OffsetSeconds, SharedSeconds = place.SharedSeconds, IsMirrored = place.IsMirrored,
                });
    }

    private sealed record OtherFilm(Guid Piece, Fingerprint Print);
}

/// <summary>Something that a piece has in common with another one.</summary>
/// <param name="Other">The other piece.</param>
/// <param name="Mine">The file it is about; null for a link.</param>
/// <param name="Theirs">The other piece's file.</param>
public sealed record FoundAlike(Guid Other, Guid? Mine, Guid? Theirs, ResemblanceEvidence Evidence)
{
    /// <summary>The evidence as the row of the pair keeps it: from the earlier piece to the later.</summary>
    /// <param name="isFirst">The piece that was asked for is the earlier one.</param>
    public ResemblanceEvidence Turned(bool isFirst) => Evidence with
    {
        OneAsset = isFirst ? Mine : Theirs,
        OtherAsset = isFirst ? Theirs : Mine,
        OffsetSeconds = isFirst ? Evidence.OffsetSeconds : -Evidence.OffsetSeconds,
    };
}
