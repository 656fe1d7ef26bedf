using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Admin;

/// <summary>栏目: which there are, in which order, and which take pieces now.</summary>
public sealed class ArrangeColumns(PortalDb db, TimeProvider clock)
{
    /// <summary>A column's changes stand in 改动记录 under this and its id.</summary>
    internal const string KeyPrefix = "Columns:";

    /// <exception cref="RefusedException"><c>column-name</c>; <c>column-taken</c>.</exception>
    public async Task AddAsync(string? name, string? motto, Actor by, CancellationToken ct)
    {
        await using var transaction = await db.BeginAloneAsync(ct);
        var last = await db.Columns.MaxAsync(column => (int?)column.Position, ct) ?? 0;
        var added = new Column { Id = Guid.CreateVersion7(), Name = await FreeNameAsync(name, null, ct), Motto = Motto(motto), Position = last + 1 };
        db.Columns.Add(added);
        await SaveAsync(added, null, by, ct);
        await transaction.CommitAsync(ct);
    }

    /// <exception cref="RefusedException"><c>not-found</c>; <c>column-name</c>; <c>column-taken</c>; <c>nothing-changed</c>.</exception>
    public async Task ChangeAsync(Guid id, string? name, string? motto, bool open, Actor by, CancellationToken ct)
    {
        await using var transaction = await db.BeginAloneAsync(ct);
        var column = await db.Columns.FindAsync([id], ct) ?? throw new RefusedException("not-found");
        var before = Said(column);
        (column.Name, column.Motto, column.Open) = (await FreeNameAsync(name, id, ct), Motto(motto), open);
        if (Said(column) == before)
            throw new RefusedException("nothing-changed");
        await SaveAsync(column, before, by, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Changes places with the neighbour above (-1) or below (+1); at the end of the list nothing happens.</summary>
    public async Task MoveAsync(Guid id, int places, Actor by, CancellationToken ct)
    {
        await using var transaction = await db.BeginAloneAsync(ct);
        var columns = await db.Columns.OrderBy(column => column.Position).ThenBy(column => column.Id).ToListAsync(ct);
        var from = columns.FindIndex(column => column.Id == id);
        var to = from + Math.Sign(places);
        if (from < 0 || to < 0 || to >= columns.Count)
            return;
        var before = Said(columns[from]);
        (columns[from], columns[to]) = (columns[to], columns[from]);
        for (var place = 0; place < columns.Count; place++)
            columns[place].Position = place + 1;
        await SaveAsync(columns[to], before, by, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>With a line of 改动记录, where anything is different.</summary>
    private async Task SaveAsync(Column column, string? before, Actor by, CancellationToken ct)
    {
        if (Said(column) is var after && after != before)
            db.Add(await db.NextChangeAsync($"{KeyPrefix}{column.Id:N}", before, after, by, clock.GetUtcNow(), ct));
        await db.SaveChangesAsync(ct);
    }

    private static string Said(Column column) => JsonSerializer.Serialize(new { column.Name, column.Motto, column.Open, column.Position }, ChangeSetting.Shape);

    private async Task<string> FreeNameAsync(string? typed, Guid? own, CancellationToken ct)
    {
        var name = typed?.Trim() ?? "";
        if (name.Length is < 2 or > 20)
            throw new RefusedException("column-name");
        if (await db.Columns.AnyAsync(column => column.Name == name && column.Id != own, ct))
            throw new RefusedException("column-taken");
        return name;
    }

    private static string? Motto(string? typed) => typed?.Trim() is { Length: > 0 } motto ? motto[..Math.Min(motto.Length, 40)] : null;
}
