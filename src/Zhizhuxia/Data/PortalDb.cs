using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.Alike;
using Zhizhuxia.Assets;
using Zhizhuxia.Jobs;
using Zhizhuxia.Settings;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Data;

/// <summary>The one database. Enums are stored as words, times as UTC; ids are made by us.</summary>
public abstract class PortalDb(DbContextOptions options) : IdentityUserContext<Editor, Guid>(options)
{
    public DbSet<Submission> Submissions => Set<Submission>();

    public DbSet<Asset> Assets => Set<Asset>();

    public DbSet<LadderPart> LadderParts => Set<LadderPart>();

    public DbSet<Fingerprint> Fingerprints => Set<Fingerprint>();

    public DbSet<Resemblance> Resemblances => Set<Resemblance>();

    public DbSet<Upload> Uploads => Set<Upload>();

    public DbSet<LinkFact> LinkFacts => Set<LinkFact>();

    public DbSet<Letter> Letters => Set<Letter>();

    public DbSet<InboundMail> InboundMails => Set<InboundMail>();

    public DbSet<MailCursor> MailCursors => Set<MailCursor>();

    public DbSet<MailboxRecord> MailboxRecords => Set<MailboxRecord>();

    public DbSet<AwaitedFile> AwaitedFiles => Set<AwaitedFile>();

    public DbSet<StandIn> StandIns => Set<StandIn>();

    public DbSet<AccountEvent> AccountEvents => Set<AccountEvent>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<InternalNote> InternalNotes => Set<InternalNote>();

    public DbSet<PieceExport> PieceExports => Set<PieceExport>();

    public DbSet<FilmNote> FilmNotes => Set<FilmNote>();

    public DbSet<Look> Looks => Set<Look>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<Job> Jobs => Set<Job>();

    public DbSet<SettingDocument> SettingDocuments => Set<SettingDocument>();

    public DbSet<SettingChange> SettingChanges => Set<SettingChange>();

    public DbSet<Column> Columns => Set<Column>();

    public DbSet<QueueEntry> QueueEntries => Set<QueueEntry>();

    public DbSet<PieceTag> PieceTags => Set<PieceTag>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<CookieKey> CookieKeys => Set<CookieKey>();

    public DbSet<RateWindow> RateWindows => Set<RateWindow>();

    /// <summary>The next number of the day (Beijing), e.g. <c>ZX261122-0031</c>. Call inside the transaction that uses it.</summary>
    public async Task<string> NextNumberAsync(DateTimeOffset now, CancellationToken ct) => (await NextNumbersAsync(now, 1, ct))[0];

    /// <summary>As <see cref="NextNumberAsync"/>, several at once.</summary>
    public async Task<IReadOnlyList<string>> NextNumbersAsync(DateTimeOffset now, int count, CancellationToken ct)
    {
        var day = Beijing.Local(now).ToString("yyMMdd", System.Globalization.CultureInfo.InvariantCulture);
        var last = await Database.SqlQuery<int>($"""
            INSERT INTO "NumberSeries" ("Day", "Last") VALUES ({day}, {count})
            ON CONFLICT ("Day") DO UPDATE SET "Last" = "NumberSeries"."Last" + {count}
            RETURNING "Last" AS "Value"
            """).ToListAsync(ct);
        return [.. Enumerable.Range(last.Single() - count + 1, count).Select(number => $"ZX{day}-{number:D4}")];
    }

    /// <summary>A piece with all that <see cref="Submission.Apply"/> looks at; null if there is none.</summary>
    public Task<Submission?> LoadAsync(Guid id, CancellationToken ct) => Aggregate().SingleOrDefaultAsync(piece => piece.Id == id, ct);

    /// <summary>Pieces with all that <see cref="Submission.Apply"/> looks at, tracked.</summary>
    public IQueryable<Submission> Aggregate() => Submissions
        .Include(piece => piece.Assets).Include(piece => piece.History.OrderBy(step => step.Number))
        .Include(piece => piece.Versions.OrderBy(version => version.Number)).Include(piece => piece.Consents)
        .AsSplitQuery();

    /// <summary>Renews the queue's rows of pieces that were changed by a statement of its own, in the caller's transaction.</summary>
    public Task RenewQueueAsync(IReadOnlyCollection<Guid> pieces, CancellationToken ct) => QueueUpkeep.RenewedAsync(this, pieces, ct);

    /// <summary>Saves, and renews the queue's rows in the same transaction.</summary>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        QueueUpkeep.SaveAsync(this, () => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken), cancellationToken);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        Mapping.Submissions(builder);
        Mapping.Assets(builder);
        Mapping.Rest(builder);
        MailMapping.Apply(builder);
        QueueMapping.Apply(builder);
        AccountMapping.Apply(builder);
        AlikeMapping.Apply(builder);
        SettingsMapping.Apply(builder);
        ThreadMapping.Apply(builder);
        DeskMapping.Apply(builder);
        SharedMapping.Apply(builder);
    }
}
