using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Zhizhuxia.Accounts;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>Finds pieces that nobody who works here can pass at the level where they stand.</summary>
public sealed class FindNobodyLeft(PortalDb db, IOptions<AccountsOptions> options, TimeProvider clock)
{
    private static readonly State[] Levels = [State.Review1, State.Review2, State.Review3];
    private IReadOnlyList<Actor>? _newsroom;

    /// <param name="piece">With its history.</param>
    public async Task<NobodyLeft?> OfAsync(Submission piece, CancellationToken ct) =>
        Levels.Contains(piece.State) ? NobodyLeft.Of(piece, await NewsroomAsync(ct), clock.GetUtcNow()) : null;

    /// <summary>Of the pieces of a page, those that are stuck, in their order.</summary>
    public async Task<IReadOnlyList<StuckPiece>> AmongAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var pieces = await db.Submissions.AsNoTracking().Include(piece => piece.History.OrderBy(step => step.Number))
            .Where(piece => ids.Contains(piece.Id) && Levels.Contains(piece.State)).OrderBy(piece => piece.SubmittedAt).ThenBy(piece => piece.Id).ToListAsync(ct);
        List<StuckPiece> stuck = [];
        foreach (var piece in pieces)
        {
            if (await OfAsync(piece, ct) is { } found)
                stuck.Add(new(piece.Id, piece.Number, piece.Title, found));
        }
        return stuck;
    }

    /// <summary>The few people of a newsroom; who must bind a second factor first is counted, it is theirs to do.</summary>
    private async Task<IReadOnlyList<Actor>> NewsroomAsync(CancellationToken ct)
    {
        if (_newsroom is not null)
            return _newsroom;
        var now = clock.GetUtcNow();
        var lent = await db.OpenStandInsAsync(now, ct);
        var people = await db.AtWork().AsNoTracking().OrderBy(editor => editor.CreatedAt).ToListAsync(ct);
        return _newsroom = [.. people.Select(editor => Actor.Of(editor, DutyRoster.LentTo(editor, lent, options.Value, now)))];
    }
}

/// <summary>A piece that nobody can pass.</summary>
public sealed record StuckPiece(Guid Id, string? Number, string Title, NobodyLeft Why);
