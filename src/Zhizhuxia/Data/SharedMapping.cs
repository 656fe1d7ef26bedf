using Microsoft.EntityFrameworkCore;

namespace Zhizhuxia.Data;

/// <summary>How what web processes have in common lies in tables.</summary>
internal static class SharedMapping
{
    public static void Apply(ModelBuilder builder)
    {
        builder.Entity<CookieKey>(key =>
        {
            key.ToTable("CookieKeys").HasKey(row => row.Name);
            key.Property(row => row.Name).HasMaxLength(CookieKey.LongestName);
        });
        builder.Entity<RateWindow>(window =>
        {
            window.ToTable("RateWindows").HasKey(row => row.Key);
            window.Property(row => row.Key).HasMaxLength(RateWindow.KeyLength);
            window.HasIndex(row => row.Until);
        });
    }
}
