using Microsoft.AspNetCore.Identity;

namespace Zhizhuxia.Web.Account;

/// <summary>Identity's own refusals, in Chinese.</summary>
internal sealed class IdentityWords : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Say(nameof(DefaultError), "没有做成，请再试一次。");

    public override IdentityError ConcurrencyFailure() => Say(nameof(ConcurrencyFailure), "有人刚刚改过这个账号，请刷新后再试。");

    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), "现在的密码不对。");

    /// <summary>The framework's own rule asks for something at all; how long is <see cref="PasswordRule"/>'s.</summary>
    public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), "请写一个密码。");

    public override IdentityError InvalidToken() => Say(nameof(InvalidToken), "这个链接已经用过或过期了，请管理员重新发一个。");

    public override IdentityError InvalidUserName(string? userName) => Say(nameof(InvalidUserName), "邮箱地址不对。");

    public override IdentityError InvalidEmail(string? email) => Say(nameof(InvalidEmail), "邮箱地址不对。");

    public override IdentityError DuplicateUserName(string userName) => DuplicateEmail(userName);

    public override IdentityError DuplicateEmail(string email) => Say(nameof(DuplicateEmail), "已经有人用这个邮箱了。");

    private static IdentityError Say(string code, string sentence) => new() { Code = code, Description = sentence };
}
