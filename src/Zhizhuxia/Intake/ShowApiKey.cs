using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>A partner shows a key. It is asked of the database every time, so that a revoked one opens nothing from then on.</summary>
public sealed class ShowApiKey(Func<PortalDb> open, ApiKeyCodes codes, TimeProvider clock)
{
    /// <summary>Last use is shown to the minute; more would be a write for every request.</summary>
    private static readonly TimeSpan _noted = TimeSpan.FromMinutes(1);

    /// <exception cref="RefusedException"><c>api-key-invalid</c>, also for a revoked one; <c>api-key-scope</c>.</exception>
    public async Task<ApiKey> RunAsync(string key, ApiScope scope, CancellationToken ct)
    {
        var hash = codes.HashOf(key);
        await using var db = open();
        var found = await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(row => row.Hash == hash && row.RevokedAt == null, ct)
            ?? throw new RefusedException("api-key-invalid");
        if (!found.Scopes.Contains(scope))
            throw new RefusedException("api-key-scope", scope.Code);
        await NoteAsync(db, found, ct);
        return found;
    }

    private async Task NoteAsync(PortalDb db, ApiKey key, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (key.LastUsedAt is not { } last || now - last >= _noted)
            await db.ApiKeys.Where(row => row.Id == key.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastUsedAt, now), ct);
    }
}
