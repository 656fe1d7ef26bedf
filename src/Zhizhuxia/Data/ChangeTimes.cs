using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Data;

/// <summary>Writes into each row of the queue when it was renewed, so that one look at the newest tells every process that something has changed.</summary>
internal sealed class ChangeTimes(TimeProvider clock) : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken)
    {
        foreach (var entry in eventData.Context!.ChangeTracker.Entries<QueueEntry>())
            if (entry.State is EntityState.Added or EntityState.Modified)
                entry.Property(row => row.ChangedAt).CurrentValue = clock.GetUtcNow();
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }
}
