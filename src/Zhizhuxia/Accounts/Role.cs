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
