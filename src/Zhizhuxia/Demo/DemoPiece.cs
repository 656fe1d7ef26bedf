using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Demo;

/// <summary>How far a piece of the demo goes.</summary>
public enum Goal
{
    InReview1,
    Claimed,
    InReview2,
    InReview3,
    Asked,
    Declined,
    Withdrawn,
    Adopted,
    Published,
    TakenDown,
}

/// <summary>A piece of the demo.</summary>
/// <param name="Column">Name of the 栏目 the editor puts it into.</param>
/// <param name="HoursAgo">When it was sent in.</param>
/// <param name="Film">Null for a link or a proposal.</param>
public sealed record DemoPiece(Goal Goal, string Column, double HoursAgo, SubmissionForm Form, DemoFilm? Film)
{
    public Channel Channel { get; init; } = Channel.Web;

    /// <summary>A second file, of this name, that is no film.</summary>
    public string? BrokenFile { get; init; }

    public AiLabel AiLabel { get; init; } = AiLabel.None;

    /// <summary>The same key at each try, so that a piece is never sent in twice.</summary>
    public string Key => $"demo-newsroom/{Form.Title}";
}
