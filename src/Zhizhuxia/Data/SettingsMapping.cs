using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Settings;

namespace Zhizhuxia.Data;

/// <summary>How the settings lie in tables. Numbers of changes are ours: of two changes at once one must begin anew.</summary>
internal static class SettingsMapping
{
    public static void Apply(ModelBuilder builder)
    {
        builder.Entity<SettingDocument>(document =>
        {
            document.ToTable("SettingDocuments").HasKey(row => row.Key);
            document.Property(row => row.Key).HasMaxLength(120);
            document.Property(row => row.Value);
            document.Property(row => row.Version).IsConcurrencyToken();
        });
        builder.Entity<SettingChange>(change =>
        {
            change.ToTable("SettingChanges").HasKey(row => row.Number);
            change.Property(row => row.Number).ValueGeneratedNever();
            change.Property(row => row.Key).HasMaxLength(120);
            change.HasIndex(row => new { row.Key, row.Number });
            change.IsOnlyAdded();
        });
    }
}
