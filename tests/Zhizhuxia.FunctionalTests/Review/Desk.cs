using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>Pieces put into a real database, and use cases each in a scope of its own, as requests have them.</summary>
internal static class Desk
{
    public static async Task<Submission> AddAsync(this Newsroom newsroom, Submission piece, CancellationToken ct)
    {
        await using var db = newsroom.OpenDb();
        await db.KeepAsync(piece, ct);
        return piece;
    }

    /// <summary>Saves a piece with what belongs to it; a column it names is made if it is missing.</summary>
    public static async Task KeepAsync(this PortalDb db, Submission piece, CancellationToken ct)
    {
        if (piece.State is not State.Draft)
            piece.Number ??= await db.NextNumberAsync(piece.CreatedAt, ct);
        if (piece.State is State.Published or State.TakenDown)
            piece.ShortCode ??= Receipt.RandomShort(6);
        if (piece.ColumnId is { } column && await db.Columns.FindAsync([column], ct) is null)
            db.Columns.Add(new() { Id = column, Name = $"视·{column.ToString("N")[^6..]}" });
        db.Submissions.Add(piece);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Runs a use case in its own scope.</summary>
    public static async Task<T> RunAsync<TCase, T>(this Newsroom newsroom, Func<TCase, Task<T>> run)
        where TCase : notnull
    {
        await using var scope = newsroom.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TCase>());
    }

    public static async Task<Submission> SeeAsync(this Newsroom newsroom, Guid id, CancellationToken ct)
    {
        await using var db = newsroom.OpenDb();
        return (await db.LoadAsync(id, ct))!;
    }
}
