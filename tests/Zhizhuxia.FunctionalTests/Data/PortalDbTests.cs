using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Zhizhuxia.Accounts;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Data;

public sealed class PortalDbTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 4, 0, 0, TimeSpan.Zero);
    private static readonly string[] _words = ["湘江", "春节"];
    private static readonly Actor Wang = new(Guid.CreateVersion7(), "王编辑", [Role.Editor1], []);

    [Fact]
    public async Task A_piece_comes_back_as_it_was_saved_with_history_letters_and_jobs()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var id = await SubmitAsync(newsroom);

        await using var db = newsroom.OpenDb();
        var piece = await db.LoadAsync(id, Ct);

        Assert.NotNull(piece);
        Assert.Equal((State.Review1, "ZX261122-0001", Now), (piece.State, piece.Number, piece.SubmittedAt));
        Assert.Equal("谢慧", Assert.Single(piece.Credits).Names.Single());
        Assert.Equal(new Contact("李翰", null, "li@example.org"), piece.Contact);
        Assert.Equal(Origin.Own, piece.Declarations!.Origin);
        Assert.Null(piece.Claim);
        Assert.Equal(piece.History.Single().ComputeHash(), piece.History.Single().Hash);
        Assert.Equal(piece.Versions.Single().Digest, piece.Digest);
        var letter = await db.Letters.SingleAsync(Ct);
        Assert.Equal((LetterKind.Received, letter.Id), (letter.Kind, (await db.Jobs.SingleAsync(job => job.Kind == JobKind.SendMail, Ct)).LetterId));
    }

    [Fact]
    public async Task Of_two_editors_who_claim_at_once_one_wins()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var id = await SubmitAsync(newsroom);
        await using var one = newsroom.OpenDb();
        await using var other = newsroom.OpenDb();
        (await one.LoadAsync(id, Ct))!.Take(Wang, Now, null);
        (await other.LoadAsync(id, Ct))!.Take(Wang with { EditorId = Guid.CreateVersion7() }, Now, null);

        await one.SaveChangesAsync(Ct);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync(Ct));

        await using var fresh = newsroom.OpenDb();
        Assert.Equal(Wang.EditorId, (await fresh.LoadAsync(id, Ct))!.Claim!.EditorId);
    }

    [Fact]
    public async Task Numbers_of_a_day_run_on_without_gap_or_double_when_many_submit()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => SubmitAsync(newsroom)));

        await using var db = newsroom.OpenDb();
        var numbers = await db.Submissions.Select(piece => piece.Number).ToListAsync(Ct);
        Assert.Equal(Enumerable.Range(1, 12).Select(number => $"ZX261122-{number:D4}"), numbers.Order());
    }

    [Fact]
    public async Task Neither_database_waits_for_a_migration()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var sqlite = newsroom.OpenDb();
        await using var postgres = new PostgresDesignTime().CreateDbContext([]);

        Assert.False(sqlite.Database.HasPendingModelChanges());
        Assert.False(postgres.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task The_tags_of_an_older_program_come_into_the_rows_of_the_queue()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var (tagged, plain) = (await SubmitAsync(newsroom), await SubmitAsync(newsroom));
        await using var db = newsroom.OpenDb();
        db.PieceTags.AddRange(_words.Select(word => new PieceTag { SubmissionId = tagged, Word = word, AddedBy = Wang.Name, AddedAt = Now }));
        await db.SaveChangesAsync(Ct);
        var written = await TagsAsync();
        await db.QueueEntries.ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Tags, ""), Ct);

        var migration = new MigrationBuilder(db.Database.ProviderName);
        migration.FillTags();
        await db.Database.ExecuteSqlRawAsync(migration.Operations.OfType<SqlOperation>().Single().Sql, Ct);

        Assert.Equal(["春节", "湘江"], QueueEntry.TagsOf(written[tagged]).Order(StringComparer.Ordinal));
        Assert.Equal((written[tagged], ""), ((await TagsAsync())[tagged], written[plain]));

        Task<Dictionary<Guid, string>> TagsAsync() => db.QueueEntries.AsNoTracking().ToDictionaryAsync(entry => entry.SubmissionId, entry => entry.Tags, Ct);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_not_touched()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var db = newsroom.OpenDb();
        var history = db.GetService<IHistoryRepository>();
        await db.Database.ExecuteSqlRawAsync(history.GetInsertScript(new("99990101000000_FromTheFuture", "99.0")), Ct);

        var refused = await Assert.ThrowsAsync<NewerSchemaException>(() => newsroom.Services.MigrateAsync(Ct));

        Assert.Contains("newer program", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<Guid> SubmitAsync(Newsroom newsroom)
    {
        await using var db = newsroom.OpenDb();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        var piece = new Submission { Id = Guid.CreateVersion7(), Kind = SubmissionKind.Film, Channel = Channel.Web, CreatedAt = Now };
        piece.Contact = new("李翰", null, "li@example.org");
        piece.Declarations = new(Origin.Own, CreditWish.RealName, PublishedBefore.No, AiUse.No, null, PeopleShown.AllAgreed, Minors.None, AgeGroup.Adult);
        piece.Fill(new("株洲", "清晨的湘江", [new("摄影", ["谢慧"])], null, null, null));
        var asset = new Asset { Id = Guid.CreateVersion7(), SubmissionId = piece.Id, FileName = "a.mp4", Length = 1, CreatedAt = Now };
        asset.Arrive(new string('a', 64), Now);
        asset.Jobs.Clear();
        piece.Assets.Add(asset);
        piece.Consents.AddRange(new[] { ConsentKind.Licence, ConsentKind.Truth, ConsentKind.Privacy }.Select(kind => new Consent
        {
            Id = Guid.CreateVersion7(), SubmissionId = piece.Id, Kind = kind, TextVersion = ConsentTexts.Version, Text = ConsentTexts.Of(kind), AgreedAt = Now,
        }));
        piece.Apply(Verb.Submit, Actor.Reader, Now, Decision.Plain);
        piece.Number = await db.NextNumberAsync(Now, Ct);
        db.Submissions.Add(piece);
        await db.SaveChangesAsync(Ct);
        await transaction.CommitAsync(Ct);
        return piece.Id;
    }
}
