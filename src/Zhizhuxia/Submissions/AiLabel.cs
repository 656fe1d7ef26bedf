namespace Zhizhuxia.Submissions;

/// <summary>标识 of AI-generated content (《人工智能生成合成内容标识办法》, in force since 2025-09-01; domain §6).</summary>
public enum AiLabel
{
    None,

    /// <summary>3 疑似: traces without metadata or declaration.</summary>
    Suspected,

    /// <summary>2 可能: the reader declares it.</summary>
    Possible,

    /// <summary>1 属于: metadata says so.</summary>
    Certain,
}

/// <summary>What follows from the verdict.</summary>
public static class AiLabels
{
    /// <summary>The label that must be shown on the pictures, as a word; null when none is due.</summary>
    public static string? Due(this AiLabel? label) => label is null or AiLabel.None ? null : label.ToString();
}
