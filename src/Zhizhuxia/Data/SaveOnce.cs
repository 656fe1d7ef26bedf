using Microsoft.EntityFrameworkCore;

namespace Zhizhuxia.Data;

/// <summary>For what a form sends twice: whoever is second finds it done.</summary>
public static class SaveOnce
{
    /// <summary>Saves; where a row of the same key is there meanwhile, that is enough.</summary>
    /// <param name="isDone">Asked when the rows could not be written.</param>
    /// <exception cref="DbUpdateException">They could not, and it is not done.</exception>
    public static async Task SaveOnceAsync(this PortalDb db, Func<Task<bool>> isDone, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException second) when (!second.IsOfConnection)
        {
            db.ChangeTracker.Clear();
            if (!await isDone())
                throw;
        }
    }
}
