using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>Follows the chain of hashes through the history of every piece: a row that was changed, removed or put in by hand is found (security.md R22).</summary>
public sealed class VerifyHistory(PortalDb db)
{
    private const int PiecesAtOnce = 500;

    /// <summary>Pieces looked at so far.</summary>
    public int Pieces { get; private set; }

    /// <summary>Steps looked at so far.</summary>
    public int Steps { get; private set; }

    /// <summary>The broken ones, in the order of their ids. Safe while the program runs: what comes in meanwhile is looked at or not.</summary>
    public async IAsyncEnumerable<BrokenHistory> RunAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var last = Guid.Empty;
        while (true)
        {
            var page = await db.Submissions.AsNoTracking().Include(piece => piece.History.OrderBy(step => step.Number))
                .Where(piece => piece.Id > last && piece.State != State.Draft).OrderBy(piece => piece.Id).Take(PiecesAtOnce).ToListAsync(ct);
            foreach (var piece in page)
            {
                (Pieces, Steps) = (Pieces + 1, Steps + piece.History.Count);
                if (StepChain.BrokenAt(piece) is { } position)
                    yield return new(piece.Id, piece.Number ?? "", position);
            }
            if (page.Count < PiecesAtOnce)
                yield break;
            last = page[^1].Id;
        }
    }
}

/// <summary>A history that is not what was written.</summary>
/// <param name="Id">The piece.</param>
/// <param name="Number">Its number.</param>
/// <param name="Position">The first step that does not fit, from 1; one behind the last when the end is missing.</param>
public sealed record BrokenHistory(Guid Id, string Number, int Position);
