using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.Assets;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Data;

/// <summary>How the rules' classes lie in tables, the same for both databases.</summary>
internal static class Mapping
{
    public static void Submissions(ModelBuilder builder)
    {
        var piece = builder.Entity<Submission>();
        piece.Property(row => row.Id).ValueGeneratedNever();
        piece.Property(row => row.RowVersion).IsConcurrencyToken();
        piece.Property(row => row.Credits).HasJson();
        piece.Property(row => row.Declarations).HasJson();
        piece.Property(row => row.Plan).HasJson();
        piece.Property(row => row.Request).HasJson();
        piece.ComplexProperty(row => row.Contact);
        piece.ComplexProperty(row => row.Claim);
        piece.HasIndex(row => row.Number).IsUnique();
        piece.HasIndex(row => row.ReceiptHash).IsUnique();
        piece.HasIndex(row => row.IdempotencyHash).IsUnique();
        piece.HasIndex(row => row.ShortCode).IsUnique();
        piece.HasIndex(row => new { row.State, row.SubmittedAt, row.Id });
        piece.HasIndex(row => new { row.State, row.PublishedAt, row.Id });
        piece.HasOne<Column>().WithMany().HasForeignKey(row => row.ColumnId).OnDelete(DeleteBehavior.Restrict);
        piece.HasOne<ApiKey>().WithMany().HasForeignKey(row => row.ApiKeyId).OnDelete(DeleteBehavior.Restrict);
        piece.HasMany(row => row.Assets).WithOne().HasForeignKey(row => row.SubmissionId);
        piece.HasMany(row => row.History).WithOne().HasForeignKey(row => row.SubmissionId);
        piece.HasMany(row => row.Versions).WithOne().HasForeignKey(row => row.SubmissionId);
        piece.HasMany(row => row.Consents).WithOne().HasForeignKey(row => row.SubmissionId);
        piece.HasMany(row => row.Letters).WithOne().HasForeignKey(row => row.SubmissionId);
        piece.HasMany(row => row.Links).WithOne().HasForeignKey(row => row.SubmissionId);
        piece.HasMany(row => row.Jobs).WithOne().HasForeignKey(row => row.SubmissionId);

        builder.Entity<Step>(step =>
        {
            step.ToTable("Steps").Property(row => row.Id).ValueGeneratedNever();
            step.ComplexProperty(row => row.TakenFrom);
            step.HasIndex(row => new { row.SubmissionId, row.Number }).IsUnique();
        });
        builder.Entity<Submissions.Version>(version =>
        {
            version.ToTable("Versions").Property(row => row.Id).ValueGeneratedNever();
            version.HasIndex(row => new { row.SubmissionId, row.Number }).IsUnique();
        });
        builder.Entity<Consent>().ToTable("Consents").Property(row => row.Id).ValueGeneratedNever();
    }

    public static void Assets(ModelBuilder builder)
    {
        var asset = builder.Entity<Asset>();
        asset.Property(row => row.Id).ValueGeneratedNever();
        asset.Property(row => row.RowVersion).IsConcurrencyToken();
        asset.Property(row => row.Renditions).HasJson();
        asset.Property(row => row.Warnings).HasJson();
        asset.HasIndex(row => row.Sha256);
        asset.HasMany(row => row.Jobs).WithOne().HasForeignKey(row => row.AssetId);

        builder.Entity<LadderPart>(part =>
        {
            part.ToTable("LadderParts").Property(row => row.Id).ValueGeneratedNever();
            part.Property(row => row.Files).HasJson();
            part.Property(row => row.Attempt).IsConcurrencyToken();
            part.HasIndex(row => new { row.AssetId, row.PlanHash, row.Kind, row.Number }).IsUnique();
            part.HasOne<Asset>().WithMany().HasForeignKey(row => row.AssetId);
        });

        var upload = builder.Entity<Upload>();
        upload.Property(row => row.Id).ValueGeneratedNever();
        upload.HasIndex(row => row.Token).IsUnique();
        upload.HasIndex(row => row.ExpiresAt);
        upload.HasOne(row => row.Asset).WithMany().HasForeignKey(row => row.AssetId);
    }

    public static void Rest(ModelBuilder builder)
    {
        var job = builder.Entity<Job>();
        job.Property(row => row.Id).ValueGeneratedNever();
        job.HasIndex(row => new { row.State, row.Priority, row.Turn, row.ReadyAt });
        job.HasOne<Letter>().WithMany().HasForeignKey(row => row.LetterId);

        builder.Entity<LinkFact>(link =>
        {
            link.ToTable("LinkFacts").Property(row => row.Id).ValueGeneratedNever();
            link.HasIndex(row => row.Key);
        });
        builder.Entity<ApiKey>(key =>
        {
            key.ToTable("ApiKeys").Property(row => row.Id).ValueGeneratedNever();
            key.Property(row => row.Scopes).HasJson();
            key.HasIndex(row => row.Hash).IsUnique();
        });
        builder.Entity<Letter>(letter =>
        {
            letter.Property(row => row.Id).ValueGeneratedNever();
            letter.HasIndex(row => new { row.CreatedAt, row.Id });
            letter.HasIndex(row => new { row.State, row.CreatedAt, row.Id });
            letter.HasIndex(row => row.Key).IsUnique();
            letter.Property(row => row.Key).HasMaxLength(120);
            letter.HasOne<Editor>().WithMany().HasForeignKey(row => row.EditorId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Column>(column =>
        {
            column.Property(row => row.Id).ValueGeneratedNever();
            column.HasIndex(row => row.Name).IsUnique();
        });
        builder.Entity<NumberSeries>(series =>
        {
            series.ToTable("NumberSeries").HasKey(row => row.Day);
            series.Property(row => row.Day).HasMaxLength(6);
        });
        builder.Entity<Editor>(editor =>
        {
            editor.ToTable("Editors").Property(row => row.Id).ValueGeneratedNever();
            editor.Property(row => row.Roles).HasJson();
        });
    }
}
