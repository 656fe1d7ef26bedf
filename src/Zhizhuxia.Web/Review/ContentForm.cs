using System.ComponentModel.DataAnnotations;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Review;

/// <summary>The words of a piece and the choice of its films, as an editor changes them.</summary>
public sealed class ContentForm
{
    /// <summary>The page the editor worked on (<see cref="Submissions.Seen"/>).</summary>
    public string? Seen { get; set; }

    [Required(ErrorMessage = "请写标题。"), StringLength(40, MinimumLength = 2, ErrorMessage = "标题要 2–40 个字。")]
    public string Title { get; set; } = "";

    [StringLength(2000, ErrorMessage = "正文最多 2000 个字。")]
    public string? Text { get; set; }

    /// <summary>As <see cref="Submissions.Credits.Parse"/> reads it.</summary>
    [StringLength(500, ErrorMessage = "署名最多 500 个字。")]
    public string? Credits { get; set; }

    [StringLength(100, ErrorMessage = "来源最多 100 个字。")]
    public string? SourceLine { get; set; }

    public AiLabel? AiLabel { get; set; }

    /// <summary>Why the AI label is lowered, or anything else colleagues should know.</summary>
    [StringLength(500, ErrorMessage = "理由最多 500 个字。")]
    public string? Reason { get; set; }

    public Guid? ColumnId { get; set; }

    /// <summary>Files between which the page let the editor choose; empty where there is no choice.</summary>
    public Guid[] Offered { get; set; } = [];

    /// <summary>Those of <see cref="Offered"/> that go out.</summary>
    public Guid[] Chosen { get; set; } = [];

    public static ContentForm Of(Submission piece) => new()
    {
        Seen = Submissions.Seen.Of(piece).ToString(),
        Title = piece.Title,
        Text = piece.Text,
        Credits = string.Join('\n', piece.Credits.Select(credit => $"{credit.Role}：{string.Join(' ', credit.Names)}")),
        SourceLine = piece.SourceLine,
        AiLabel = piece.AiLabel,
        ColumnId = piece.ColumnId,
        Offered = piece.UsableAssets.Skip(1).Any() || piece.Assets.Exists(asset => asset.IsKeptOut) ? [.. piece.UsableAssets.Select(asset => asset.Id)] : [],
        Chosen = [.. piece.ChosenAssets.Select(asset => asset.Id)],
    };

    public Content ToContent() => new(
        Title.Trim(), (Text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim(), Submissions.Credits.Parse(Credits),
        SourceLine?.Trim() is { Length: > 0 } source ? source : null, AiLabel, ColumnId)
    {
        KeptOut = Offered.Length > 0 ? [.. Offered.Except(Chosen)] : null,
    };
}
