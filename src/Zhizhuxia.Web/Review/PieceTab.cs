namespace Zhizhuxia.Web.Review;

/// <summary>The four tabs of 审稿页; the words in the address are these names.</summary>
public enum PieceTab
{
    /// <summary>材料: content, links, files.</summary>
    Material,

    /// <summary>往来: letters and mails.</summary>
    Mails,

    /// <summary>核查: technical facts, rights, AI, duplicates.</summary>
    Checks,

    /// <summary>流水: history and versions.</summary>
    Log,
}
