using System.ComponentModel.DataAnnotations;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Review;

/// <summary>What an editor fills in for a decision; each verb uses its part.</summary>
public sealed class DecisionForm
{
    /// <summary>The page the editor decided on (<see cref="Submissions.Seen"/>).</summary>
    public string? Seen { get; set; }

    [StringLength(1000)]
    public string? Comment { get; set; }

    [StringLength(200)]
    public string? DeclineReason { get; set; }

    /// <summary>Of a decline: the reader is to have <see cref="Comment"/> too.</summary>
    public bool TellsComment { get; set; }

    /// <summary>Which points of the checklist are ticked, by their position.</summary>
    public int[] Rights { get; set; } = [];

    public bool WaiveOriginal { get; set; }

    public RequestItem[] Items { get; set; } = [];

    /// <summary>Last day, in Beijing.</summary>
    public DateOnly? Due { get; set; }

    /// <summary>Of a duplicate: number of the piece that goes on.</summary>
    [StringLength(40)]
    public string? OtherNumber { get; set; }

    /// <summary>The reader who withdrew it agrees that it is opened again.</summary>
    public bool ReaderAgrees { get; set; }

    /// <summary>The letter has been shown, and is to go.</summary>
    public bool Shown { get; set; }

    [StringLength(200)]
    public string? Subject { get; set; }

    [StringLength(8000)]
    public string? Body { get; set; }

    /// <param name="reasons">Only these decline.</param>
    public Decision ToDecision(IReadOnlyList<string> reasons) => new()
    {
        Comment = Clean(Comment),
        DeclineReason = DeclineReason is { } reason && reasons.Contains(reason) ? reason : null,
        TellsComment = TellsComment,
        RightsChecked = Enumerable.Range(0, DeskTexts.RightsPoints.Count).All(Rights.Contains),
        WaiveOriginal = WaiveOriginal,
        OtherNumber = Clean(OtherNumber)?.ToUpperInvariant(),
        ReaderAgrees = ReaderAgrees,
        Items = [.. Items.Where(Enum.IsDefined).Distinct()],
        Due = Due is { } day ? Beijing.At(day.ToDateTime(new TimeOnly(23, 59, 59))) : null,
        Letter = Shown && Clean(Subject) is { } subject && Clean(Body) is { } body ? new(subject, body) : null,
    };

    private static string? Clean(string? text) => text?.Replace("\r\n", "\n", StringComparison.Ordinal).Trim() is { Length: > 0 } words ? words : null;
}
