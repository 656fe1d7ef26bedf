using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Data;

/// <summary>How messages, notes and exports lie in tables, and the indexes that statistics go by.</summary>
internal static class ThreadMapping
{
    public static void Apply(ModelBuilder builder)
    {
        builder.Entity<Message>(message =>
        {
            message.ToTable("Messages").Property(row => row.Id).ValueGeneratedNever();
            message.Property(row => row.Text).HasMaxLength(Message.Longest);
            message.Ignore(row => row.IsFromReader);
            message.HasIndex(row => new { row.SubmissionId, row.At });
            message.HasOne<Submission>().WithMany().HasForeignKey(row => row.SubmissionId);
            message.HasOne<Letter>().WithOne(letter => letter.Message).HasForeignKey<Message>(row => row.LetterId).OnDelete(DeleteBehavior.Restrict);
            message.HasOne<InboundMail>().WithMany().HasForeignKey(row => row.MailId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<InternalNote>(note =>
        {
            note.ToTable("InternalNotes").Property(row => row.Id).ValueGeneratedNever();
            note.Property(row => row.Text).HasMaxLength(InternalNote.Longest);
            note.HasIndex(row => new { row.SubmissionId, row.At });
            note.HasOne<Submission>().WithMany().HasForeignKey(row => row.SubmissionId);
        });
        builder.Entity<PieceExport>(export =>
        {
            export.ToTable("PieceExports").Property(row => row.Id).ValueGeneratedNever();
            export.HasIndex(row => new { row.SubmissionId, row.At });
            export.HasOne<Submission>().WithMany().HasForeignKey(row => row.SubmissionId);
            export.IsOnlyAdded();
        });
        builder.Entity<Submission>().HasIndex(row => row.SubmittedAt);
        builder.Entity<Step>().HasIndex(row => row.At);
    }
}
