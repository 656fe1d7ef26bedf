using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Data;

/// <summary>How incoming mail lies in tables. The unique indexes keep two programs at one mailbox from taking a mail twice.</summary>
internal static class MailMapping
{
    public static void Apply(ModelBuilder builder)
    {
        builder.Entity<InboundMail>(mail =>
        {
            mail.ToTable("InboundMails").Property(row => row.Id).ValueGeneratedNever();
            mail.Property(row => row.RowVersion).IsConcurrencyToken();
            mail.Property(row => row.Facts).HasJson();
            mail.HasIndex(row => row.Sha256).IsUnique();
            mail.HasIndex(row => new { row.Mailbox, row.Folder, row.UidValidity, row.Uid }).IsUnique();
            mail.HasIndex(row => row.MessageId);
            mail.HasIndex(row => new { row.State, row.ReceivedAt, row.Id });
            mail.HasIndex(row => row.SubmissionId);
            mail.HasOne<Submission>().WithMany().HasForeignKey(row => row.SubmissionId).OnDelete(DeleteBehavior.Restrict);
            mail.HasOne<Letter>().WithMany().HasForeignKey(row => row.LetterId).OnDelete(DeleteBehavior.Restrict);
            mail.HasMany(row => row.Jobs).WithOne().HasForeignKey(job => job.MailId);
        });
        builder.Entity<MailCursor>().ToTable("MailCursors").HasKey(row => new { row.Mailbox, row.Folder });
        builder.Entity<MailboxRecord>().ToTable("MailboxRecords").HasKey(row => row.Mailbox);
        builder.Entity<AwaitedFile>(file =>
        {
            file.ToTable("AwaitedFiles").Property(row => row.Id).ValueGeneratedNever();
            file.HasOne<Submission>().WithMany(piece => piece.AwaitedFiles).HasForeignKey(row => row.SubmissionId);
        });
    }
}
