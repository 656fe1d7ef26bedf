namespace Zhizhuxia.Submissions;

public enum ConsentKind
{
    /// <summary>① 原创与授权</summary>
    Licence,

    /// <summary>② 真实与他人权利</summary>
    Truth,

    /// <summary>③ 个人信息处理</summary>
    Privacy,

    /// <summary>监护人同意</summary>
    Guardian,
}
