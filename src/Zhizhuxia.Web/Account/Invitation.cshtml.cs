using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.Web.Account;

/// <summary>
/// Sets a password with the link an administrator has handed over. Person and token stand behind the #, which a browser sends to nobody;
/// the page's script puts them into the form, and without scripts the whole link is pasted.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(Limits.SignIn)]
public sealed class InvitationModel(UserManager<Editor> editors, AccountRecord record) : AccountPage
{
    public const string Address = "/account/invitation";

    /// <summary>Before the person is known: what everybody must reach without a second factor.</summary>
    public int Shortest => 12;

    [BindProperty]
    public string? Link { get; set; }

    [BindProperty]
    public string? Wanted { get; set; }

    [TempData]
    public string? Done { get; set; }

    /// <summary>What follows the site's address in the link.</summary>
    public static string PathFor(Editor editor, string token) => $"{Address}#{editor.Id:N}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(token))}";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var words = (Link ?? "").Split('#')[^1].Trim().Split('.', 2);
        if (words.Length < 2 || !Guid.TryParseExact(words[0], "N", out var id) || TokenOf(words[1]) is not { } token
            || await editors.FindByIdAsync(id.ToString()) is not { Disabled: false } editor)
            return Refuse("这个链接不完整，或者已经用过、过期了。请管理员重新发一个。");
        var set = await editors.ResetPasswordAsync(editor, token, Wanted ?? "");
        if (!set.Succeeded)
            return Refuse(set);
        await editors.SetLockoutEndDateAsync(editor, null);
        await editors.ResetAccessFailedCountAsync(editor);
        await record.AddAsync(AccountEventKind.PasswordSet, editor, "用管理员给的链接", ct);
        Done = "密码已经设好，请登录。";
        return RedirectToPage("Login");
    }

    private static string? TokenOf(string word) =>
        Base64Url.IsValid(word) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(word)) : null;
}
