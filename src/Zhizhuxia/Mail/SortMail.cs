using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Zhizhuxia.Data;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>A person decides about a mail that the rules left lying: 归入编号, 新建稿件, 换编码重读, 丢弃. Whoever comes second is told so.</summary>
public sealed class SortMail(PortalDb db, RawContent raw, SettleMail settle, IOptions<IntakeOptions> options, TimeProvider clock)
{
    /// <summary>归入编号: the mail belongs to this piece; its films too, where the piece is still being read.</summary>
    /// <exception cref="RefusedException"><c>not-found</c>, <c>mail-taken</c>, <c>number-unknown</c></exception>
    public async Task JoinAsync(Guid id, string? number, Actor by, CancellationToken ct)
    {
        var typed = PlainText.Line(number)?.ToUpperInvariant();
        var piece = await db.Submissions.AsNoTracking().Where(row => row.Number == typed && row.State != State.Draft).Select(row => new { row.Id, row.State }).SingleOrDefaultAsync(ct)
            ?? throw new RefusedException("number-unknown");
        await SettleAsync(id, new(InboundState.Joined, null, piece.Id, TakesFilms: piece.State.IsUndecided()), by, ct);
    }

    /// <summary>新建稿件: a piece of its own, with a receipt where its sender may get one.</summary>
    /// <exception cref="RefusedException"><c>not-found</c>, <c>mail-taken</c></exception>
    public Task MakePieceAsync(Guid id, Actor by, CancellationToken ct) => SettleAsync(id, new(InboundState.Piece, null, TakesFilms: true), by, ct);

    /// <summary>换编码重读; or 重试, with no charset.</summary>
    /// <param name="charset">One of <see cref="Charsets"/>; anything else: as found.</param>
    /// <exception cref="RefusedException"><c>not-found</c>, <c>mail-taken</c></exception>
    public Task ReadAgainAsync(Guid id, string? charset, Actor by, CancellationToken ct) =>
        ChangeAsync(id, mail => mail.ReadAgain(Charsets.Contains(charset) ? charset : null, by.Name, clock.GetUtcNow()), ct);

    /// <summary>丢弃. The raw message stays where it is.</summary>
    /// <exception cref="RefusedException"><c>not-found</c>, <c>mail-taken</c></exception>
    public Task DiscardAsync(Guid id, Actor by, CancellationToken ct) => ChangeAsync(id, mail => mail.Discard(by.Name), ct);

    /// <summary>What a person can choose when words come out wrong.</summary>
    public static IReadOnlyList<string> Charsets { get; } = ["utf-8", "gb18030", "big5", "iso-2022-jp", "shift_jis", "euc-kr", "windows-1252"];

    private async Task SettleAsync(Guid id, Judgement judgement, Actor by, CancellationToken ct)
    {
        var mail = await FreeAsync(id, ct);
        var reading = await raw.ReadAsync(mail, ct);
        var films = judgement.TakesFilms ? await raw.KeepFilmsAsync(mail, reading, options.Value.MaxFiles, ct) : [];
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await settle.DecideAsync(await FreeAsync(id, ct), reading, judgement, films, by.Name, ct);
        await SaveAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private async Task ChangeAsync(Guid id, Action<InboundMail> change, CancellationToken ct)
    {
        change(await FreeAsync(id, ct));
        await SaveAsync(ct);
    }

    private async Task<InboundMail> FreeAsync(Guid id, CancellationToken ct)
    {
        var mail = await db.InboundMails.SingleOrDefaultAsync(row => row.Id == id, ct) ?? throw new RefusedException("not-found");
        return mail.IsTaken || mail.State is InboundState.Stored ? throw new RefusedException("mail-taken") : mail;
    }

    private async Task SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) // the mail's or the piece's version: somebody else was at it
        {
            db.ChangeTracker.Clear();
            throw new RefusedException("mail-taken");
        }
    }
}
