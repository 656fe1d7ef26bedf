namespace Zhizhuxia.Review;

/// <summary>A remark beside a piece in the queue.</summary>
public enum QueueMark
{
    /// <summary>突发: breaking news.</summary>
    Urgent,

    /// <summary>AI?: declared or labelled.</summary>
    Ai,

    /// <summary>未授权: no licence on record.</summary>
    NotAuthorised,

    /// <summary>未成年: on screen, or the sender.</summary>
    Minor,

    /// <summary>网上看到的: only a tip.</summary>
    SeenOnline,

    /// <summary>处理中: a file is coming in or being looked at.</summary>
    Processing,

    /// <summary>被拒文件: a file cannot be used.</summary>
    FileRefused,

    /// <summary>经微信压缩</summary>
    Recompressed,
}
