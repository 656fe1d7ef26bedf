namespace Zhizhuxia.Submissions;

public enum SubmissionKind
{
    /// <summary>成品</summary>
    Film,

    /// <summary>链接</summary>
    Link,

    /// <summary>约拍</summary>
    Proposal,
}
