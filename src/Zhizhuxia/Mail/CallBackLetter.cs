using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>Keeps a held letter from going (domain T11: ten minutes for a slip of the hand).</summary>
public sealed class CallBackLetter(PortalDb db, TimeProvider time)
{
    /// <exception cref="RefusedException"><c>letter-gone</c>: it has been sent, called back, or is about to go.</exception>
    public async Task RunAsync(Guid id, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var rows = await db.Letters
            .Where(letter => letter.Id == id && letter.State == LetterState.Waiting && letter.NotBefore > now)
            .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.State, LetterState.CalledBack), ct);
        if (rows == 0)
            throw new RefusedException("letter-gone");
    }
}
