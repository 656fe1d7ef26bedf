using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.Assets;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Data;

/// <summary>How what editors leave on a piece lies in tables.</summary>
internal static class DeskMapping
{
    public static void Apply(ModelBuilder builder)
    {
        builder.Entity<FilmNote>(note =>
        {
            note.ToTable("FilmNotes").Property(row => row.Id).ValueGeneratedNever();
            note.Property(row => row.Text).HasMaxLength(FilmNote.Longest);
            note.HasOne<Submission>().WithMany().HasForeignKey(row => row.SubmissionId);
            note.HasOne<Asset>().WithMany().HasForeignKey(row => row.AssetId).OnDelete(DeleteBehavior.SetNull);
            note.HasOne<Editor>().WithMany().HasForeignKey(row => row.EditorId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Look>(look =>
        {
            look.ToTable("Looks").HasKey(row => new { row.SubmissionId, row.EditorId });
            look.HasOne<Submission>().WithMany().HasForeignKey(row => row.SubmissionId);
            look.HasOne<Editor>().WithMany().HasForeignKey(row => row.EditorId);
        });
    }
}
