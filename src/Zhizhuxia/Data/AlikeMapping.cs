using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Alike;
using Zhizhuxia.Assets;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Data;

/// <summary>How fingerprints and resemblances lie in tables. The keys are found by what they are, then by whose.</summary>
internal static class AlikeMapping
{
    public static void Apply(ModelBuilder builder)
    {
        builder.Entity<Fingerprint>(print =>
        {
            print.ToTable("Fingerprints").HasIndex(row => row.AssetId).IsUnique();
            print.HasOne<Asset>().WithMany().HasForeignKey(row => row.AssetId);
            print.HasMany(row => row.Keys).WithOne().HasForeignKey(row => row.FingerprintId);
        });
        builder.Entity<FingerprintKey>(key =>
        {
            key.ToTable("FingerprintKeys").HasKey(row => new { row.Key, row.FingerprintId, row.Moment });
            key.Property(row => row.Key).ValueGeneratedNever();
            key.Property(row => row.Moment).ValueGeneratedNever();
        });
        builder.Entity<Resemblance>(pair =>
        {
            pair.ToTable("Resemblances").Property(row => row.Id).ValueGeneratedNever();
            pair.Property(row => row.Evidence).HasJson();
            pair.Property(row => row.RowVersion).IsConcurrencyToken();
            pair.HasIndex(row => new { row.OneId, row.OtherId }).IsUnique();
            pair.HasIndex(row => row.OtherId);
            pair.HasOne<Submission>().WithMany().HasForeignKey(row => row.OneId);
            pair.HasOne<Submission>().WithMany().HasForeignKey(row => row.OtherId);
        });
    }
}
