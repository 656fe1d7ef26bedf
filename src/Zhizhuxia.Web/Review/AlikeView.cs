using Zhizhuxia.Review;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Review;

/// <summary>The suggestions about one piece, for the partial _Alike.</summary>
/// <param name="MayDecide">The person who looks is of 初审, 复审 or 终审.</param>
public sealed record AlikeView(Submission Piece, IReadOnlyList<AlikePiece> Alike, bool MayDecide)
{
    public static AlikeView Of(PieceModel page) => new(page.Piece, page.Folder.Alike, MayBeDecidedBy(page.Actor));

    /// <summary>Who says what two pieces are to each other.</summary>
    public static bool MayBeDecidedBy(Actor actor) => actor.Is(Performer.Editor1) || actor.Is(Performer.Senior);

    /// <summary>Where a piece is closed in favour of another one; null where that is no step of its state.</summary>
    public static string? MergeAddress(Guid piece, State state, string? other) =>
        Workflow.Table.Any(row => row.From == state && row.Verb is Verb.Duplicate) ? $"/desk/pieces/{piece}/decide/{Verb.Duplicate}?other={other}" : null;

    /// <summary>How a decision is said of two pieces.</summary>
    public static string Words(Resemblance pair) => pair.State switch
    {
        ResemblanceState.Suggested when pair.IsStrong => "待定",
        ResemblanceState.Suggested => "可能",
        var state => ResemblanceWords.Of(state),
    };

    /// <summary>Colour of the tag.</summary>
    public static string ColourOf(AlikePiece alike) => alike switch
    {
        { MustBeDecided: true } => "red",
        { Pair.State: ResemblanceState.Suggested } => "amber",
        { Pair.State: ResemblanceState.Related } => "blue",
        _ => "",
    };

    /// <summary>Who decided and when; null while nobody has.</summary>
    public static string? DecidedLine(Resemblance pair) => pair is { DecidedByName: { } name, DecidedAt: { } at } ? $"{name}，{Beijing.Minute(at)}" : null;
}
