using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>The rows of the table that are the newsroom's: a piece each can be done to, its form filled in, and how each guard is broken.</summary>
internal static class Steps
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private static readonly (string, string)[] Letter = [("Form.Shown", "true"), ("Form.Subject", "关于您的作品"), ("Form.Body", "您好：\n谢谢。")];

    public static IEnumerable<Transition> OfStaff => Workflow.Table.Where(row => row.By.IsStaff());

    /// <summary>Guard → how the piece is spoilt for this actor.</summary>
    public static IReadOnlyDictionary<string, Action<Submission, Actor>> SpoiltPieces { get; } = new Dictionary<string, Action<Submission, Actor>>
    {
        ["own-piece"] = (piece, actor) => piece.Contact = new("编辑自己", null, actor.Contacts[0]),
        ["not-claimed"] = (piece, _) => piece.Claim = null,
        ["nothing-to-take-over"] = (piece, _) => piece.Claim = null,
        ["material-unsettled"] = (piece, _) => piece.Assets.Add(new() { Id = Guid.CreateVersion7(), SubmissionId = piece.Id, FileName = "还在传.mp4", Length = 9, CreatedAt = Now }),
        ["alike-undecided"] = (piece, _) => piece.UndecidedAlike = 1,
        ["ai-not-judged"] = (piece, _) => piece.Fill(Content.Of(piece) with { AiLabel = null }),
        ["ai-lowering-final"] = (piece, _) => piece.Fill(Content.Of(piece) with { AiLabel = AiLabel.Possible }),
        ["ai-lowering-reason"] = (piece, _) => piece.Fill(Content.Of(piece) with { AiLabel = AiLabel.Possible }),
        ["fresh-eyes"] = Pass,
        ["verdicts-void"] = (piece, _) => piece.History.RemoveAll(step => step.From is State.Review2),
        ["material-not-ready"] = (piece, _) => TakeFilms(piece),
        ["original-missing"] = (piece, _) => TakeFilms(piece).Kind = SubmissionKind.Link,
        ["not-authorised"] = (piece, _) => piece.Declarations = piece.Declarations! with { Origin = Origin.SeenOnline },
        ["guardian-missing"] = (piece, _) => piece.Declarations = piece.Declarations! with { Minors = Minors.NotAsked },
        ["content-changed"] = (piece, _) => piece.History.RemoveAll(step => step.From is State.Review3),
        ["ladder-missing"] = (piece, _) => piece.Assets.Add(Ready(piece)),
        ["credits-missing"] = (piece, _) => piece.Fill(Content.Of(piece) with { Credits = [] }),
        ["piece-purged"] = (piece, _) => piece.Assets[0].Purge(),
        ["withdrawal-asked"] = (piece, _) => piece.Apply(Verb.AskWithdrawal, Actor.Reader, Now, Decision.Plain),
        ["withdrawal-pending"] = (piece, _) => piece.Apply(Verb.AskWithdrawal, Actor.Reader, Now, Decision.Plain),
        ["withdrawal-not-asked"] = (piece, _) => piece.WithdrawalAskedAt = null,
        ["takedown-own"] = (piece, actor) => piece.History.Add(StepBy(piece, actor, Verb.TakeDown, State.Published)),
        ["takedown-countersigned"] = (piece, _) => piece.CountersignedAt = Now,
        ["column-missing"] = (piece, _) => piece.Fill(Content.Of(piece) with { ColumnId = null }),
    };

    /// <summary>Guard of what is typed → the field that is left out.</summary>
    public static IReadOnlyDictionary<string, string> MissingFields { get; } = new Dictionary<string, string>
    {
        ["rights-not-checked"] = "Form.Rights", ["reason-missing"] = "Form.Comment", ["decline-reason-missing"] = "Form.DeclineReason",
        ["other-piece-missing"] = "Form.OtherNumber", ["items-missing"] = "Form.Items", ["due-out-of-range"] = "Form.Due",
    };

    /// <summary>What the page itself fills in, so that no form can break it; the rules' own tests do.</summary>
    public static IReadOnlyList<string> OutOfReach { get; } = ["qr-unreadable", "reader-disagrees"];

    /// <summary>Of the piece that a duplicate names; it is in the newsroom.</summary>
    public const string OtherNumber = "ZX261101-0001";

    public static (string Name, string Value)[] FormOf(Transition row) => row.Verb switch
    {
        Verb.Pass => [("Form.Rights", "0"), ("Form.Rights", "1"), ("Form.Rights", "2"), ("Form.Rights", "3"), .. row.To is State.Adopted ? Letter : [("Form.Shown", "true")]],
        Verb.Ask => [("Form.Items", nameof(RequestItem.Original)), ("Form.Due", Beijing.Local(Now.AddDays(7)).ToString("yyyy-MM-dd", null)), ("Form.Comment", "请发原片"), .. Letter],
        Verb.Decline => [("Form.DeclineReason", "内容无法核实"), .. Letter],
        Verb.Publish or Verb.GrantWithdrawal => Letter,
        Verb.TakeDown or Verb.RefuseWithdrawal => [("Form.Comment", "地点有误"), .. Letter],
        Verb.Duplicate => [("Form.OtherNumber", OtherNumber), .. Letter],
        Verb.Reopen => [("Form.Comment", "请再看一遍"), ("Form.ReaderAgrees", "true")],
        Verb.Revise => [("Revision.Title", "新题目"), ("Revision.Text", "新的说明。"), ("Revision.Credits", "摄影：李翰"), ("Revision.AiLabel", "None")],
        _ => [("Form.Comment", "请再核实地点")],
    };

    /// <summary>A piece to which the row can be done by this actor; where it is taken over, a colleague holds it.</summary>
    public static Submission PieceFor(Transition row, Actor actor, Actor colleague)
    {
        var piece = In(row.From, Now);
        if (row.From is State.Adopted)
            piece.WithLadder();
        if (row.If.Contains(Guards.Claimed))
            piece.Take(actor, Now, null);
        if (row.If.Contains(Guards.AskedBack))
            piece.Apply(Verb.AskWithdrawal, Actor.Reader, Now, Decision.Plain);
        if (row.If.Contains(Guards.HeldByColleague))
            piece.Take(colleague, Now, null);
        return piece;
    }

    /// <summary>The actor has passed this content already, at another level.</summary>
    private static void Pass(Submission piece, Actor actor) =>
        piece.History.Add(StepBy(piece, actor, Verb.Pass, piece.State is State.Review1 ? State.Review2 : State.Review1));

    private static Step StepBy(Submission piece, Actor actor, Verb verb, State from) => new Step
    {
        Id = Guid.CreateVersion7(), SubmissionId = piece.Id, Number = piece.History.Count + 1, Verb = verb, EditorId = actor.EditorId, ActorName = actor.Name,
        From = from, To = piece.State, Digest = piece.Digest, At = Now, PreviousHash = piece.History[^1].Hash,
    }.Sealed();

    private static Submission TakeFilms(Submission piece)
    {
        piece.Assets.Clear();
        piece.Jobs.RemoveAll(job => job.AssetId is not null);
        return piece;
    }

    private static Zhizhuxia.Assets.Asset Ready(Submission piece)
    {
        var asset = Arrived(piece, Now);
        asset.Accept(new("{}", "720×1280", null, 12, true, [], null), Zhizhuxia.Jobs.Place.Ordinary, Now);
        return asset;
    }
}
