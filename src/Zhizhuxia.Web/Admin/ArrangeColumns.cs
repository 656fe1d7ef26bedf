using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Admin;

/// <summary>栏目: which there are, in which order, and which take pieces now.</summary>
public sealed class ArrangeColumns(PortalDb db)
{
    /// <exception cref="RefusedException"><c>column-name</c>; <c>column-taken</c>.</exception>
    public async Task AddAsync(string? name, string? motto, CancellationToken ct)
    {
        var last = await db.Columns.MaxAsync(column => (int?)column.Position, ct) ?? 0;
        var added = new Column { Id = Guid.CreateVersion7(), Name = await FreeNameAsync(name, null, ct), Motto = Motto(motto), Position = last + 1 };
        db.Columns.Add(added);
        await db.SaveChangesAsync(ct);
    }

    /// <exception cref="RefusedException"><c>not-found</c>; <c>column-name</c>; <c>column-taken</c>.</exception>
    public async Task ChangeAsync(Guid id, string? name, string? motto, bool open, CancellationToken ct)
    {
        var column = await db.Columns.FindAsync([id], ct) ?? throw new RefusedException("not-found");
        (column.Name, column.Motto, column.Open) = (await FreeNameAsync(name, id, ct), Motto(motto), open);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Changes places with the neighbour above (-1) or below (+1); at the end of the list nothing happens.</summary>
    public async Task MoveAsync(Guid id, int by, CancellationToken ct)
    {
        var columns = await db.Columns.OrderBy(column => column.Position).ThenBy(column => column.Id).ToListAsync(ct);
        var from = columns.FindIndex(column => column.Id == id);
        var to = from + Math.Sign(by);
        if (from < 0 || to < 0 || to >= columns.Count)
            return;
        (columns[from], columns[to]) = (columns[to], columns[from]);
        for (var place = 0; place < columns.Count; place++)
            columns[place].Position = place + 1;
        await db.SaveChangesAsync(ct);
    }

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
