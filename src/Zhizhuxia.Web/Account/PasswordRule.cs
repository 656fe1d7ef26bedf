using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.Web.Account;

/// <summary>Length and commonness only, no composition rules (security §3; ASVS 5.0 §6.2).</summary>
internal sealed class PasswordRule(IOptions<AccountsOptions> options) : IPasswordValidator<Editor>
{
    private const int Longest = 128;

    public Task<IdentityResult> ValidateAsync(UserManager<Editor> manager, Editor user, string? password) =>
        Task.FromResult(Fault(user, password ?? "") is { } fault ? IdentityResult.Failed(new IdentityError { Code = "password", Description = fault }) : IdentityResult.Success);

    private string? Fault(Editor editor, string password)
    {
        var shortest = options.Value.ShortestPassword(editor);
        if (password.Length < shortest)
            return $"密码至少 {shortest} 个字符。可以用一句只有您自己知道的话，不要求大小写和符号。";
        if (password.Length > Longest)
            return $"密码最多 {Longest} 个字符。";
        var own = new[] { editor.DisplayName }.Concat((editor.Email ?? "").Split('@', '.', '-', '_'));
        return CommonPasswords.Contains(password, own) ? "这个密码太容易被猜到（常用词、键盘顺序、生日、报社或您自己的名字）。请换一句别人想不到的话。" : null;
    }
}
