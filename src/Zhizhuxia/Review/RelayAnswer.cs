using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>Staff answers 请您补充 for a reader who has told it otherwise, on the telephone for example (T9). The history says who wrote it down.</summary>
public sealed class RelayAnswer(PortalDb db, TimeProvider clock)
{
    /// <param name="words">What the reader has said, up to <see cref="Message.Longest"/> characters.</param>
    /// <exception cref="RefusedException"><c>not-found</c>, <c>answer-too-long</c>, <c>relay-missing</c>, <c>only-typist</c>, <c>not-possible-now</c>, <c>stale</c>.</exception>
    public async Task RunAsync(Guid id, Actor actor, string? words, CancellationToken ct)
    {
        var text = PlainText.Block(words);
        if (PlainText.Count(text) > Message.Longest)
            throw new RefusedException("answer-too-long");
        if (PlainText.Count(text) < 2)
            throw new RefusedException("relay-missing");
        await using var transaction = await db.BeginAloneAsync(ct);
        var piece = await db.GetAsync(id, ct);
        piece.Apply(Verb.Relay, actor, clock.GetUtcNow(), new() { Answer = text });
        await db.SaveAsync(piece, ct);
        await transaction.CommitAsync(ct);
    }
}
