using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.Data;
using Zhizhuxia.Web.Account;

namespace Zhizhuxia.Web.Admin;

/// <summary>接口密钥: which partners may hand in pieces by JSON.</summary>
[Authorize(Policies.Administrate)]
[RecentlyConfirmed]
public sealed class ApiKeysModel(IssueApiKey issue, CurrentActor current, PortalDb db) : AdminPage
{
    /// <summary>The keys in use first, the newest first.</summary>
    public IReadOnlyList<ApiKey> Keys { get; private set; } = [];

    [BindProperty]
    public string? Partner { get; set; }

    [BindProperty]
    public IReadOnlyList<ApiScope> Scopes { get; set; } = [];

    /// <summary>Of the key to be: the same form sent twice makes one.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    /// <summary>The new key, shown once.</summary>
    public string? Key { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task OnPostAsync(CancellationToken ct)
    {
        await TryAsync(async () => Key = await issue.RunAsync(await current.EditorAsync(ct), NewId, Partner, Scopes, ct), "密钥已经开好。");
        if (Key is not null)
            (Partner, Scopes) = (null, []);
        await LoadAsync(ct);
    }

    public async Task OnPostRevokeAsync(Guid id, CancellationToken ct)
    {
        await TryAsync(async () => await issue.RevokeAsync(await current.EditorAsync(ct), id, ct), "已撤销，这个密钥从现在起不能再用；之前收到的稿件都在。");
        await LoadAsync(ct);
    }

    private async Task LoadAsync(CancellationToken ct) =>
        Keys = await db.ApiKeys.AsNoTracking().OrderBy(key => key.RevokedAt != null).ThenByDescending(key => key.CreatedAt).ToListAsync(ct);
}
