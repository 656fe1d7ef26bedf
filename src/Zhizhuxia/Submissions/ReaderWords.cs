namespace Zhizhuxia.Submissions;

/// <summary>The eight plain words a reader sees instead of states.</summary>
public static class ReaderWords
{
    /// <summary>As the reader sees the piece now: a decline is told when its letter goes.</summary>
    public static string Of(Submission piece, DateTimeOffset now) =>
        piece.IsHeld(now) ? Of(State.Review1, null, looked: true) : Of(piece.State, piece.Closing, piece.FirstLookAt is not null);

    /// <summary>Declined a moment ago: a slip can still be called back, so nothing says more than the held letter does.</summary>
    public static bool IsHeld(this Submission piece, DateTimeOffset now) => piece.History is [.., { Verb: Verb.Decline } last] && now < last.At + Effects.DeclineHold;

    /// <summary>Steps that a reader may hear of: without a decline that is held, and without a slip that was undone before its letter went.</summary>
    public static IEnumerable<Step> Told(this Submission piece, DateTimeOffset now)
    {
        var steps = piece.History;
        for (var place = 0; place < steps.Count; place++)
        {
            var over = place + 1 < steps.Count ? steps[place + 1].At : now;
            if (steps[place].Verb is not Verb.Decline || over >= steps[place].At + Effects.DeclineHold)
                yield return steps[place];
            else
                place++; // the reopening of what the reader never heard was closed
        }
    }

    public static string Of(State state, CloseReason? closing, bool looked) => state switch
    {
        State.Draft => "未提交",
        State.Waiting => "请您补充",
        State.Adopted => "已采用",
        State.Published => "已刊发",
        State.TakenDown => "已下线",
        State.Closed => closing is CloseReason.Withdrawn ? "已撤回" : "未采用",
        _ => looked ? "审看中" : "已收到",
    };
}
