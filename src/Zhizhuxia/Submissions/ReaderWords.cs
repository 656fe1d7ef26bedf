namespace Zhizhuxia.Submissions;

/// <summary>The eight plain words a reader sees instead of states.</summary>
public static class ReaderWords
{
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
