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
    }
}
