using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.Data;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;

namespace Zhizhuxia.Web.Admin;

/// <summary>Keys of partners: made, and taken back for good.</summary>
public sealed partial class IssueApiKey(PortalDb db, ApiKeyCodes codes, AccountRecord record, TimeProvider clock, ILogger<IssueApiKey> log)
{
    /// <summary>Characters of a partner's name.</summary>
    public const int LongestPartner = 40;

    /// <param name="by">The administrator, to whom the key is shown once; nobody sees it again.</param>
    /// <param name="id">Of the key to be; empty: any.</param>
    /// <returns>The key.</returns>
    /// <exception cref="RefusedException"><c>partner-name</c>, <c>key-scopes-missing</c>; <c>key-issued</c>: by this very form.</exception>
    public async Task<string> RunAsync(Editor by, Guid id, string? partner, IReadOnlyCollection<ApiScope> scopes, CancellationToken ct)
    {
        var name = PlainText.Line(partner);
        if (name is null || PlainText.Count(name) is < 2 or > LongestPartner)
            throw new RefusedException("partner-name", LongestPartner);
        if (scopes.Count == 0)
            throw new RefusedException("key-scopes-missing");
        if (await db.ApiKeys.AnyAsync(key => key.Id == id, ct))
            throw new RefusedException("key-issued");
        var key = ApiKeyCodes.New();
        var row = new ApiKey
        {
            Id = id == Guid.Empty ? Guid.CreateVersion7() : id, Partner = name, Beginning = key[..ApiKey.ShownLength], Hash = codes.HashOf(key),
            Scopes = [.. scopes.Distinct().Order()], CreatedAt = clock.GetUtcNow(), CreatedBy = by.DisplayName,
        };
        db.ApiKeys.Add(row);
        db.AccountEvents.Add(record.Line(AccountEventKind.KeyIssued, by, $"{Told(row)}，权限 {string.Join("、", row.Scopes.Select(scope => scope.Code))}"));
        await db.SaveChangesAsync(ct);
        LogIssued(by.Id, row.Id, string.Join(' ', row.Scopes.Select(scope => scope.Code)));
        return key;
    }

    /// <summary>From now on the key opens nothing; the pieces that came by it stay. Once more changes nothing.</summary>
    /// <exception cref="RefusedException"><c>not-found</c></exception>
    public async Task RevokeAsync(Editor by, Guid id, CancellationToken ct)
    {
        var key = await db.ApiKeys.FindAsync([id], ct) ?? throw new RefusedException("not-found");
        if (key.RevokedAt is not null)
            return;
        (key.RevokedAt, key.RevokedBy) = (clock.GetUtcNow(), by.DisplayName);
        db.AccountEvents.Add(record.Line(AccountEventKind.KeyRevoked, by, Told(key)));
        await db.SaveChangesAsync(ct);
        LogRevoked(by.Id, id);
    }

    private static string Told(ApiKey key) => $"{key.Partner} {key.Beginning}…";

    [LoggerMessage(LogLevel.Information, "Administrator {By} made key {Id}: {Scopes}")]
    private partial void LogIssued(Guid by, Guid id, string scopes);

    [LoggerMessage(LogLevel.Information, "Administrator {By} revoked key {Id}")]
    private partial void LogRevoked(Guid by, Guid id);
}
