namespace Zhizhuxia.Submissions;

/// <summary>The editorial lane: people move it (domain §2).</summary>
public enum State
{
    Draft,

    /// <summary>初审</summary>
    Review1,

    /// <summary>复审</summary>
    Review2,

    /// <summary>终审</summary>
    Review3,

    /// <summary>待补充</summary>
    Waiting,

    /// <summary>已采用</summary>
    Adopted,

    /// <summary>已刊发</summary>
    Published,

    /// <summary>已下线</summary>
    TakenDown,

    /// <summary>Ended; <see cref="Submission.Closing"/> says why.</summary>
    Closed,
}
