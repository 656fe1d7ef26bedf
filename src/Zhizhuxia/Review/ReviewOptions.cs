using System.ComponentModel.DataAnnotations;

namespace Zhizhuxia.Review;

/// <summary>Section <c>Review</c>: the newsroom's lists.</summary>
public sealed class ReviewOptions
{
    public const string Section = "Review";

    /// <summary>Reasons not to take a piece, in words that the reader may see; replaces <see cref="DefaultReasons"/>.</summary>
    public IReadOnlyList<string> DeclineReasons { get; set; } = [];

    /// <summary>Days a reader has to complete a piece unless the editor says otherwise.</summary>
    [Range(1, 30)]
    public int AskDays { get; set; } = 7;

    public static IReadOnlyList<string> DefaultReasons { get; } =
    [
        "题材近期已经刊发过",
        "新闻性或可看性不足",
        "画面或声音质量达不到刊发要求",
        "内容无法核实",
        "授权或肖像权不完整",
        "不适合在本报刊发",
    ];

    public IReadOnlyList<string> Reasons => DeclineReasons.Count > 0 ? DeclineReasons : DefaultReasons;
}
