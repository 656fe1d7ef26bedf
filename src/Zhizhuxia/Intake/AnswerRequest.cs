using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>The reader answers 请您补充 (T9), with words, with new films, or by agreeing. New films were uploaded into a draft of their own.</summary>
public sealed class AnswerRequest(PortalDb db, ReaderPiece readers, BringFilms bring, TimeProvider clock)
{
    private const int LongestAnswer = 2000;

    /// <param name="code">A receipt code as typed, or what stands behind # in the one-time link.</param>
    /// <exception cref="RefusedException">
    /// <c>receipt-unknown</c>, <c>answer-link-dead</c>, <c>answer-missing</c>, <c>answer-too-long</c>, <c>upload-unfinished</c>, <c>not-possible-now</c>, <c>reader-stale</c>.
    /// </exception>
    public async Task RunAsync(string? code, ReaderAnswer answer, CancellationToken ct)
    {
        var words = PlainText.Block(answer.Text);
        if (PlainText.Count(words) > LongestAnswer)
            throw new RefusedException("answer-too-long");
        await using var transaction = await db.BeginAloneAsync(ct);
        var asked = await readers.ByCodeAsync(code, ct);
        if (asked.State is not State.Waiting)
            throw new RefusedException("not-possible-now");
        var added = await bring.RunAsync(asked.Id, answer.Draft, answer.OwnerHash, ct);
        db.ChangeTracker.Clear();
        var piece = (await db.LoadAsync(asked.Id, ct))!;
        var now = clock.GetUtcNow();
        var agreed = answer.Agreed.Except(piece.Consents.Select(consent => consent.Kind)).ToList();
        piece.Agree(agreed, now);
        if (agreed.Contains(ConsentKind.Guardian) && piece.Declarations is { Minors: Minors.NotAsked } declared)
            piece.Declarations = declared with { Minors = Minors.GuardianAgreed };
        if (words is null && answer.Agreed.Count > 0) // also to what stands on record already
            words = "读者已确认同意。";
        piece.Apply(added > 0 ? Verb.AnswerWithMaterial : Verb.Answer, Actor.Reader, now, new() { Answer = words });
        if (words is not null)
            db.Add(Message.OfReader(piece.Id, words, now));
        await SaveAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private async Task SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusedException("reader-stale");
        }
    }
}

/// <summary>What a reader answers.</summary>
/// <param name="Text">Up to 2000 characters, or null.</param>
/// <param name="Draft">The draft that new films were uploaded into, or null.</param>
/// <param name="OwnerHash">SHA-256 of the browser's upload cookie, or null.</param>
/// <param name="Agreed">Consents ticked on the answer page.</param>
public sealed record ReaderAnswer(string? Text, Guid? Draft, string? OwnerHash, IReadOnlyList<ConsentKind> Agreed);
