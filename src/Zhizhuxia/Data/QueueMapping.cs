using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Data;

/// <summary>How the queue lies in tables. What searches it is in <see cref="QueueSchema"/>.</summary>
internal static class QueueMapping
{
    public static void Apply(ModelBuilder builder)
    {
        builder.Entity<QueueEntry>(entry =>
        {
            entry.ToTable("QueueEntries").HasKey(row => row.Serial);
            entry.HasIndex(row => row.SubmissionId).IsUnique();
            entry.HasIndex(row => row.ChangedAt);
            entry.Property(row => row.Tags).HasDefaultValue("");
            entry.HasOne<Submission>().WithOne().HasForeignKey<QueueEntry>(row => row.SubmissionId);
            // Everything a filter asks follows the order of the queue in the same index: what does not fit is passed over without looking at the row.
            entry.HasIndex(row => new
            {
                row.State,
                row.SubmittedAt,
                row.SubmissionId,
                row.ClaimBy,
                row.ClaimAt,
                row.FirstPassBy,
                row.SecondPassBy,
                row.EnteredBy,
                row.Marks,
                row.Kind,
                row.Channel,
                row.ColumnId,
            });
            entry.HasIndex(row => new { row.ClaimBy, row.ClaimAt });
        });
        builder.Entity<PieceTag>(tag =>
        {
            tag.ToTable("PieceTags").HasKey(row => new { row.SubmissionId, row.Word });
            tag.HasIndex(row => row.Word);
            tag.Property(row => row.Word).HasMaxLength(PieceTag.Longest);
            tag.HasOne<Submission>().WithMany().HasForeignKey(row => row.SubmissionId);
        });
        builder.Entity<SavedView>(view =>
        {
            view.ToTable("SavedViews").Property(row => row.Id).ValueGeneratedNever();
            view.HasIndex(row => new { row.EditorId, row.Name }).IsUnique();
            view.HasOne<Editor>().WithMany().HasForeignKey(row => row.EditorId);
        });
    }
}
