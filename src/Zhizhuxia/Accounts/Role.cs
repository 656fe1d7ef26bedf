namespace Zhizhuxia.Accounts;

/// <summary>What a person of the newsroom may do (domain: 角色). One person may hold several.</summary>
public enum Role
{
    /// <summary>初审编辑</summary>
    Editor1,

    /// <summary>复审主任</summary>
    Editor2,

    /// <summary>终审总编</summary>
    Editor3,

    /// <summary>发布编辑</summary>
    Publisher,

    /// <summary>编务: grades, pay sheet</summary>
    Desk,

    /// <summary>财务: approved sheets, payee data</summary>
    Finance,

    /// <summary>管理员: users and settings; neither reviews nor sees payee data</summary>
    Administrator,
}

/// <summary>The roles in the newspaper's words.</summary>
public static class RoleNames
{
    extension(Role role)
    {
        /// <summary>For example "初审编辑".</summary>
        public string Title => role switch
        {
            Role.Editor1 => "初审编辑",
            Role.Editor2 => "复审主任",
            Role.Editor3 => "终审总编",
            Role.Publisher => "发布编辑",
            Role.Desk => "编务",
            Role.Finance => "财务",
            _ => "管理员",
        };

        /// <summary>Its level of the three, for example "复审"; the whole title where it is none.</summary>
        public string Level => role switch
        {
            Role.Editor1 => "初审",
            Role.Editor2 => "复审",
            Role.Editor3 => "终审",
            _ => role.Title,
        };

        /// <summary>Works only with a second factor (security §3).</summary>
        public bool NeedsSecondFactor => role is Role.Editor3 or Role.Finance or Role.Administrator;

        /// <summary>One of the three levels.</summary>
        public bool Judges => role is Role.Editor1 or Role.Editor2 or Role.Editor3;

        /// <summary>What it is for, in a few words.</summary>
        public string Duty => role switch
        {
            Role.Editor1 => "看新来的稿件，三审的第一审",
            Role.Editor2 => "三审的第二审",
            Role.Editor3 => "三审的第三审，可以下线",
            Role.Publisher => "把采用的稿件刊发出去",
            Role.Desk => "评级、稿酬表",
            Role.Finance => "付稿酬，看收款资料",
            _ => "账号与设置；不审稿",
        };
    }
}
