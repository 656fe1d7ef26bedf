using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.Data;

/// <summary>How the duty roster and the record of accounts lie in tables.</summary>
internal static class AccountMapping
{
    public static void Apply(ModelBuilder builder)
    {
        builder.Entity<StandIn>(row =>
        {
            row.ToTable("StandIns").Property(lent => lent.Id).ValueGeneratedNever();
            row.Property(lent => lent.EndedAt).IsConcurrencyToken();
            row.Property(lent => lent.Reason).HasMaxLength(DutyRoster.LongestReason);
            row.HasIndex(lent => lent.Until);
            row.HasOne<Editor>().WithMany().HasForeignKey(lent => lent.EditorId).OnDelete(DeleteBehavior.Restrict);
            row.HasOne<Editor>().WithMany().HasForeignKey(lent => lent.LentBy).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<AccountEvent>(row =>
        {
            row.ToTable("AccountEvents").Property(line => line.Id).ValueGeneratedNever();
            row.HasIndex(line => new { line.At, line.Id });
            row.HasIndex(line => new { line.EditorId, line.At });
            row.IsOnlyAdded();
        });
    }
}
