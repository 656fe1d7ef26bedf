namespace Zhizhuxia.Submissions;

/// <summary>A remark beside a piece in the queue, in the order in which they stand. <see cref="QueueEntry.Marks"/> keeps them by their place: new ones go to the end.</summary>
public enum QueueMark
{
    /// <summary>突发: breaking news.</summary>
    Urgent,

    /// <summary>AI?: declared or labelled.</summary>
    Ai,

    /// <summary>网上看到的: only a tip.</summary>
    SeenOnline,

    /// <summary>未授权: no licence on record.</summary>
    NotAuthorised,

    /// <summary>未成年: on screen, or the sender.</summary>
    Minor,

    /// <summary>疑似重复: much like another piece, and nobody has decided.</summary>
    Duplicate,

    /// <summary>申请撤稿: the reader of an adopted piece asks to take it back.</summary>
    WithdrawalAsked,

    /// <summary>待会签: taken down by one person, and no second has agreed.</summary>
    CountersignDue,

    /// <summary>处理中: a file is coming in or being looked at.</summary>
    Processing,

    /// <summary>被拒文件: a file cannot be used.</summary>
    FileRefused,

    /// <summary>经微信压缩</summary>
    Recompressed,

    /// <summary>新来信: the reader wrote, and no editor has looked.</summary>
    ReaderWrote,

    /// <summary>卡住: a job was given up. Known to the jobs only, kept nowhere else.</summary>
    Stuck,
}
