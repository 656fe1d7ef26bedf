using Microsoft.AspNetCore.Authorization;

namespace Zhizhuxia.Web.Admin;

/// <summary>设置: what can be set, and where.</summary>
[Authorize(Policies.Administrate)]
public sealed class SettingsModel : AdminPage
{
    public IReadOnlyList<(string Address, string Title, string Lead)> Entries { get; } =
    [
        ("/desk/settings/columns", "栏目", "视·X，随季节开关，排次序。"),
        ("/desk/settings/texts", "信的写法", "写给读者的每一种信，边改边看样子。"),
        .. SettingForm.All.Select(form => ($"/desk/settings/form/{form.Name}", form.Title, form.Lead)),
        ("/desk/settings/mail", "邮件服务器", "信从哪里发、从哪里收，测试连接。"),
        ("/desk/settings/keys", "接口密钥", "合作方用程序投稿的密钥。"),
    ];
}
