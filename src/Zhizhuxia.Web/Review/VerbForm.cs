using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Review;

/// <summary>A verb with the fields it needs, for the partial _VerbFields.</summary>
/// <param name="Reasons">Of a decline.</param>
/// <param name="Today">In Beijing.</param>
/// <param name="AskDays">Default period of a request.</param>
public sealed record VerbForm(Transition Row, Submission Piece, DecisionForm Form, IReadOnlyList<string> Reasons, DateOnly Today, int AskDays)
{
    public Verb Verb => Row.Verb;

    /// <summary>A mail to the reader is due: it is shown before it goes.</summary>
    public bool Writes => Row.Verb is Verb.Ask or Verb.Decline or Verb.Duplicate or Verb.GrantWithdrawal or Verb.RefuseWithdrawal or Verb.Publish or Verb.TakeDown || Row is { Verb: Verb.Pass, To: State.Adopted };

    public bool AsksWaiver => Row is { Verb: Verb.Pass, From: State.Review2 } && Piece.Kind is SubmissionKind.Link && !Piece.ChosenAssets.Any();

    /// <summary>A link without its film: 原片 is what will be asked for, so it is ticked and written already.</summary>
    public bool AsksOriginal => Verb is Verb.Ask && Piece is { Kind: SubmissionKind.Link, OriginalWaived: false } && !Piece.ChosenAssets.Any();

    /// <summary>Whether the item is ticked: as the editor left it, else as prepared.</summary>
    public bool Ticked(RequestItem item) => Form.Items.Length > 0 ? Form.Items.Contains(item) : AsksOriginal && item is RequestItem.Original;

    /// <summary>The step that brings a piece to its end.</summary>
    public bool GoesOn => Row.Verb is Verb.Pass or Verb.Publish;

    public bool Dangerous => Row.Verb is Verb.Decline or Verb.Spam or Verb.Duplicate or Verb.GrantWithdrawal or Verb.TakeDown;

    /// <summary>Unique on a page that shows several verbs.</summary>
    public string Id(string field) => $"{Verb}-{field}";
}
