using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>Reads the suggestions about a piece, and two pieces side by side.</summary>
public sealed class ReadAlike(PortalDb db)
{
    /// <summary>All about a piece: what must be decided first, then what may be, then what is decided.</summary>
    public async Task<IReadOnlyList<AlikePiece>> OfAsync(Guid piece, CancellationToken ct)
    {
        var pairs = await db.Resemblances.AsNoTracking().Where(pair => pair.OneId == piece || pair.OtherId == piece).ToListAsync(ct);
        var others = pairs.Select(pair => pair.Beside(piece)).ToList();
        var links = await db.Submissions.AsNoTracking().Where(other => others.Contains(other.Id))
            .Select(other => new { other.Closing, Link = new PieceLink(other.Id, other.Number, other.Title, other.State) }).ToDictionaryAsync(other => other.Link.Id, ct);
        return
        [
            .. pairs.Select(pair => new AlikePiece(pair, links[pair.Beside(piece)].Link, links[pair.Beside(piece)].Closing))
                .OrderBy(alike => alike.Pair.State is not ResemblanceState.Suggested).ThenByDescending(alike => alike.MustBeDecided).ThenBy(alike => alike.Pair.OneId).ThenBy(alike => alike.Pair.OtherId),
        ];
    }

    /// <summary>Two pieces with their files; null unless they were found to be alike.</summary>
    public async Task<AlikePair?> PairAsync(Guid piece, Guid other, CancellationToken ct)
    {
        var pair = await db.Resemblances.AsNoTracking().SingleOrDefaultAsync(row => row.OneId == piece && row.OtherId == other || row.OneId == other && row.OtherId == piece, ct);
        if (pair is null)
            return null;
        var pieces = await db.Submissions.AsNoTracking().Include(row => row.Assets).Include(row => row.Links).AsSplitQuery()
            .Where(row => row.Id == piece || row.Id == other).ToDictionaryAsync(row => row.Id, ct);
        return new(pair, pieces[piece], pieces[other]);
    }
}

/// <summary>A suggestion as a piece's page shows it.</summary>
/// <param name="Closing">Why the other piece has ended.</param>
public sealed record AlikePiece(Resemblance Pair, PieceLink Other, CloseReason? Closing)
{
    /// <summary>Holds the piece until somebody has decided.</summary>
    public bool MustBeDecided => Pair is { State: ResemblanceState.Suggested, IsStrong: true } && Closing is not (CloseReason.Duplicate or CloseReason.Spam);
}

/// <summary>Two pieces side by side.</summary>
/// <param name="Piece">Whose page it is.</param>
/// <param name="Other">The one beside it.</param>
public sealed record AlikePair(Resemblance Pair, Submission Piece, Submission Other)
{
    /// <summary>What there is to see or hear of it; null where only links are the same.</summary>
    public ResemblanceEvidence? Films => Pair.Evidence.FirstOrDefault(evidence => evidence.OneAsset is not null);

    /// <summary>A moment of this piece's film plus this is the same moment of the other's.</summary>
    public double OffsetSeconds => (Films?.OffsetSeconds ?? 0) * (Pair.OneId == Piece.Id ? 1 : -1);

    /// <summary>The file of one of the two pieces that the evidence is about.</summary>
    public Assets.Asset? FilmOf(Submission piece)
    {
        var id = piece.Id == Pair.OneId ? Films?.OneAsset : Films?.OtherAsset;
        return piece.Assets.Find(asset => asset.Id == id) ?? piece.UsableAssets.FirstOrDefault();
    }
}
