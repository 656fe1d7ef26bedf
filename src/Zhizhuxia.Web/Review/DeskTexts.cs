using Zhizhuxia.Accounts;
using Zhizhuxia.Jobs;
using Zhizhuxia.Mail;
using Zhizhuxia.Media;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Review;

/// <summary>Words that only the desk's pages need.</summary>
public static class DeskTexts
{
    public static string Of(QueueMark mark) => mark switch
    {
        QueueMark.Urgent => "突发",
        QueueMark.ReaderWrote => "新来信",
        QueueMark.Ai => "AI？",
        QueueMark.NotAuthorised => "未授权",
        QueueMark.Minor => "未成年",
        QueueMark.SeenOnline => "网上看到的",
        QueueMark.Processing => "处理中",
        QueueMark.FileRefused => "被拒文件",
        QueueMark.Duplicate => "疑似重复",
        QueueMark.WithdrawalAsked => "申请撤稿",
        QueueMark.CountersignDue => "待会签",
        QueueMark.Stuck => "卡住",
        _ => "经微信压缩",
    };

    public static string ColourOf(QueueMark mark) => mark switch
    {
        QueueMark.Urgent or QueueMark.ReaderWrote or QueueMark.NotAuthorised or QueueMark.SeenOnline or QueueMark.FileRefused or QueueMark.WithdrawalAsked or QueueMark.CountersignDue or QueueMark.Stuck => "red",
        QueueMark.Processing => "",
        _ => "amber",
    };

    public static string Of(JointAct act) => act switch
    {
        JointAct.Claim => "认领",
        JointAct.Tag => "贴标签",
        JointAct.Untag => "揭标签",
        JointAct.Decline => "不采用",
        _ => "归为垃圾",
    };

    /// <summary>State and, when it has ended, why.</summary>
    public static string Of(State state, CloseReason? closing) => closing is { } reason ? DeskWords.Of(reason) : DeskWords.Of(state);

    public static string ColourOf(State state) => state switch
    {
        State.Review1 or State.Review2 or State.Review3 => "blue",
        State.Waiting => "amber",
        State.Adopted or State.Published => "green",
        State.TakenDown => "red",
        _ => "",
    };

    /// <summary>The editor's words to the reader of a link, ready to be changed.</summary>
    public const string AskForOriginal = "您投来的链接我们看过了，想请您把手机或电脑里的原片传一份：没有经过微信转发、也没有平台水印的最好。";

    /// <summary>Instead of declarations that nobody made.</summary>
    public const string ProposalUnasked = "约拍时还没有拍，没有问过";

    public static string Of(LinkKind kind) => kind switch
    {
        LinkKind.Video => "视频",
        LinkKind.Profile => "个人主页",
        LinkKind.Live => "直播间",
        LinkKind.CloudDisk => "网盘",
        _ => "网页、图文或文章",
    };

    public static string Of(JobKind kind) => kind switch
    {
        JobKind.StoreAsset => "收进仓库",
        JobKind.InspectAsset => "检查视频",
        JobKind.MakeProxy => "制作审看版和预览图",
        JobKind.MakeLadder or JobKind.JoinRanges => "制作刊发版",
        JobKind.EncodeRange => "制作刊发版的一段",
        JobKind.EncodeSound => "制作刊发版的声音",
        JobKind.SendMail => "发信",
        JobKind.FetchLinkFacts => "读取链接的标题",
        JobKind.SweepUploads => "清理未完成的上传",
        JobKind.ExpireRequests => "查看逾期的补充",
        JobKind.ReadMail => "读取来信",
        JobKind.FindDuplicates => "查找重复",
        JobKind.Reconcile => "核对记录和文件",
        JobKind.TellStaff => "给编辑写摘要和提醒",
        _ => kind.ToString(),
    };

    public static string Of(MarkKind kind) => kind switch
    {
        MarkKind.Black => "黑场",
        MarkKind.Frozen => "静止画面",
        _ => "无声",
    };

    public static string ClassOf(MarkKind kind) => kind switch
    {
        MarkKind.Black => "black",
        MarkKind.Frozen => "frozen",
        _ => "silent",
    };

    public static string Of(JobState state) => state switch
    {
        JobState.Ready => "排队中",
        JobState.Running => "正在做",
        JobState.Done => "做完了",
        _ => "卡住了",
    };

    public static string Of(LetterKind kind) => kind switch
    {
        LetterKind.Received => "已收到",
        LetterKind.PleaseComplete => "请您补充",
        LetterKind.Reminder => "提醒补充",
        LetterKind.Expired => "逾期关闭",
        LetterKind.Declined => "本次未能采用",
        LetterKind.Adopted => "已被采用",
        LetterKind.Merged => "已并入",
        LetterKind.Withdrawn => "已撤稿",
        LetterKind.WithdrawalRefused => "撤稿申请没有同意",
        LetterKind.Published => "已刊发",
        LetterKind.TakenDown => "已下线",
        LetterKind.FeePaid => "稿酬已发放",
        LetterKind.FilmRefused => "视频没能用上",
        LetterKind.Message => "编辑的话",
        LetterKind.StaffDigest => "编辑部摘要",
        LetterKind.StaffClock => "15 日期限提醒",
        LetterKind.StaffUrgent => "突发稿件提醒",
        LetterKind.StaffCountersign => "会签提醒",
        LetterKind.StaffMailbox => "信箱告警",
        LetterKind.ConfirmAgain => "请您确认来稿",
        _ => "补充已收到",
    };

    public static string Of(LetterFilter filter) => filter switch
    {
        LetterFilter.All => "全部",
        LetterFilter.Stuck => "发不出去",
        LetterFilter.Retrying => "重试中",
        LetterFilter.Held => "暂缓发送",
        LetterFilter.Due => "待发",
        LetterFilter.Sent => "已发出",
        _ => "已收回",
    };

    /// <summary>For example "9 分 05 秒".</summary>
    public static string Left(DateTimeOffset until, DateTimeOffset now) => until > now ? $"{(int)(until - now).TotalMinutes} 分 {(until - now).Seconds:D2} 秒" : "0 秒";

    /// <summary>The rights checklist of a pass, four points.</summary>
    public static IReadOnlyList<string> RightsPoints { get; } =
    [
        "作者身份清楚，授权文本已在案或正在补",
        "画面里的人知情；未成年人有监护人同意",
        "音乐、字幕、引用的画面不侵犯别人的权利",
        "时间、地点、人物已核实，没有涉密和不宜公开的内容",
    ];

    /// <summary>What somebody did, as the history tells it.</summary>
    public static string Of(Step step) => step.LentRole is { } lent ? $"代{lent.Level}，{Deed(step)}" : Deed(step);

    private static string Deed(Step step) => step.Verb switch
    {
        Verb.Submit => "提交了稿件",
        Verb.Receive => "从邮件收下了稿件",
        Verb.Enter => "替来电的读者记下了稿件",
        Verb.TakeOver => $"从{step.TakenFrom?.Name}手中接手了这篇稿件",
        Verb.Pass => $"通过{DeskWords.Of(step.From)}",
        Verb.ReturnToFirst or Verb.ReturnToSecond => $"从{DeskWords.Of(step.From)}{DeskWords.Of(step.Verb)}",
        Verb.Ask => $"{DeskWords.Of(step.From)}时请读者补充",
        Verb.Revise when step.To != step.From => "修改内容，稿件回到初审",
        Verb.Decline => $"{DeskWords.Of(step.From)}时决定不采用",
        _ => DeskWords.Of(step.Verb),
    };

    /// <summary>For example "3 小时前".</summary>
    public static string Age(DateTimeOffset from, DateTimeOffset now) => (now - from) switch
    {
        { TotalMinutes: < 1 } => "刚刚",
        { TotalHours: < 1 } span => $"{(int)span.TotalMinutes} 分钟前",
        { TotalDays: < 1 } span => $"{(int)span.TotalHours} 小时前",
        var span => $"{(int)span.TotalDays} 天前",
    };
}
