using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.Web.Account;

/// <summary>我的账号: who I am here, and how I sign in.</summary>
public sealed class IndexModel(UserManager<Editor> editors) : AccountPage
{
    public Editor Person { get; private set; } = null!;

    [TempData]
    public string? Done { get; set; }

    public async Task OnGetAsync() => Person = await editors.GetUserAsync(User) ?? throw new Submissions.RefusedException("not-found");
}
