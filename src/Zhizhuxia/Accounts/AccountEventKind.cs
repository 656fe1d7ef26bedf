namespace Zhizhuxia.Accounts;

/// <summary>What the record of accounts knows.</summary>
public enum AccountEventKind
{
    SignedIn,
    SignInFailed,
    LockedOut,
    SignedOut,
    PasswordSet,
    Invited,
    AppBound,
    AppRemoved,
    PasskeyAdded,
    PasskeyRemoved,
    RecoveryCodesRenewed,
    FactorsReset,
    RolesChanged,
    SwitchedOff,
    SwitchedOn,
    LevelLent,
    LendingEnded,
    KeyIssued,
    KeyRevoked,
}

/// <summary>The kinds in the newspaper's words.</summary>
public static class AccountEventNames
{
    extension(AccountEventKind kind)
    {
        /// <summary>For example "登录".</summary>
        public string Title => kind switch
        {
            AccountEventKind.SignedIn => "登录",
            AccountEventKind.SignInFailed => "没能登录",
            AccountEventKind.LockedOut => "锁定 15 分钟",
            AccountEventKind.SignedOut => "退出",
            AccountEventKind.PasswordSet => "换了密码",
            AccountEventKind.Invited => "发出密码链接",
            AccountEventKind.AppBound => "绑定验证器",
            AccountEventKind.AppRemoved => "解绑验证器",
            AccountEventKind.PasskeyAdded => "加了通行密钥",
            AccountEventKind.PasskeyRemoved => "删了通行密钥",
            AccountEventKind.RecoveryCodesRenewed => "重新生成恢复码",
            AccountEventKind.FactorsReset => "解除两步验证",
            AccountEventKind.RolesChanged => "改角色",
            AccountEventKind.SwitchedOff => "停用账号",
            AccountEventKind.SwitchedOn => "恢复账号",
            AccountEventKind.LevelLent => "请人代审",
            AccountEventKind.KeyIssued => "开接口密钥",
            AccountEventKind.KeyRevoked => "撤销接口密钥",
            _ => "结束代审",
        };

        /// <summary>Something that an administrator looks at twice.</summary>
        public bool IsWarning => kind is AccountEventKind.SignInFailed or AccountEventKind.LockedOut;
    }
}
