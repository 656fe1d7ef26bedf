using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.Assets;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Data;

/// <summary>The one database. Enums are stored as words, times as UTC; ids are made by us.</summary>
public abstract class PortalDb(DbContextOptions options) : IdentityUserContext<Editor, Guid>(options)
{
    public DbSet<Submission> Submissions => Set<Submission>();

    public DbSet<Asset> Assets => Set<Asset>();

    public DbSet<LadderPart> LadderParts => Set<LadderPart>();

    public DbSet<Upload> Uploads => Set<Upload>();

    public DbSet<LinkFact> LinkFacts => Set<LinkFact>();

    public DbSet<Letter> Letters => Set<Letter>();

    public DbSet<InboundMail> InboundMails => Set<InboundMail>();

    public DbSet<MailCursor> MailCursors => Set<MailCursor>();

    public DbSet<MailboxRecord> MailboxRecords => Set<MailboxRecord>();

    public DbSet<AwaitedFile> AwaitedFiles => Set<AwaitedFile>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<Job> Jobs => Set<Job>();

    public DbSet<Column> Columns => Set<Column>();

    /// <summary>The next number of the day (Beijing), e.g. <c>ZX261122-0031</c>. Call inside the transaction that uses it.</summary>
    public async Task<string> NextNumberAsync(DateTimeOffset now, CancellationToken ct)
    {
        var day = Beijing.Local(now).ToString("yyMMdd", System.Globalization.CultureInfo.InvariantCulture);
        var last = await Database.SqlQuery<int>($"""
            INSERT INTO "NumberSeries" ("Day", "Last") VALUES ({day}, 1)
            ON CONFLICT ("Day") DO UPDATE SET "Last" = "NumberSeries"."Last" + 1
            RETURNING "Last" AS "Value"
            """).ToListAsync(ct);
        return $"ZX{day}-{last.Single():D4}";
    }

    /// <summary>A piece with all that <see cref="Submission.Apply"/> looks at; null if there is none.</summary>
    public Task<Submission?> LoadAsync(Guid id, CancellationToken ct) => Aggregate().SingleOrDefaultAsync(piece => piece.Id == id, ct);

    /// <summary>Pieces with all that <see cref="Submission.Apply"/> looks at, tracked.</summary>
    public IQueryable<Submission> Aggregate() => Submissions
        .Include(piece => piece.Assets).Include(piece => piece.History.OrderBy(step => step.Number))
        .Include(piece => piece.Versions.OrderBy(version => version.Number)).Include(piece => piece.Consents)
        .AsSplitQuery();

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
    }
}
