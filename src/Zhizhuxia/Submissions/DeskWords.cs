namespace Zhizhuxia.Submissions;

/// <summary>The newsroom's words for the rules' own: what editors read.</summary>
public static class DeskWords
{
    /// <summary>After 成片.</summary>
    public static string Of(FilmOwner owner) => owner switch
    {
        FilmOwner.Newspaper => "归报社",
        FilmOwner.Shared => "归报社和读者共有",
        _ => "归读者",
    };

    public static string Of(Verb verb) => verb switch
    {
        Verb.Submit => "提交",
        Verb.Receive => "收到来信",
        Verb.Enter => "电话代录",
        Verb.Attach => "挂上了视频",
        Verb.Complete => "补全了声明与授权",
        Verb.Supplement => "补来了视频",
        Verb.TakeOver => "接手",
        Verb.Pass => "通过",
        Verb.ReturnToFirst => "退回初审",
        Verb.ReturnToSecond => "退回复审",
        Verb.Ask => "请读者补充",
        Verb.Answer => "补充了说明",
        Verb.AnswerWithMaterial => "补充了材料",
        Verb.Relay => "记下了读者的答复",
        Verb.Expire => "逾期关闭",
        Verb.Revise => "修改内容",
        Verb.Decline => "不采用",
        Verb.Spam => "垃圾稿件",
        Verb.Duplicate => "重复",
        Verb.Reopen => "重新打开",
        Verb.Withdraw => "撤稿",
        Verb.AskWithdrawal => "申请撤稿",
        Verb.GrantWithdrawal => "同意撤稿",
        Verb.RefuseWithdrawal => "不同意撤稿",
        Verb.Publish => "刊发",
        Verb.TakeDown => "下线",
        Verb.Countersign => "会签下线",
        _ => "恢复刊发",
    };

    public static string Of(State state) => state switch
    {
        State.Draft => "草稿",
        State.Review1 => "初审",
        State.Review2 => "复审",
        State.Review3 => "终审",
        State.Waiting => "待补充",
        State.Adopted => "已采用",
        State.Published => "已刊发",
        State.TakenDown => "已下线",
        _ => "已结束",
    };

    public static string Of(CloseReason reason) => reason switch
    {
        CloseReason.Declined => "不采用",
        CloseReason.Withdrawn => "读者撤稿",
        CloseReason.Duplicate => "重复",
        CloseReason.Spam => "垃圾",
        _ => "逾期",
    };

    public static string Of(SubmissionKind kind) => kind switch
    {
        SubmissionKind.Film => "成品",
        SubmissionKind.Link => "链接",
        _ => "约拍",
    };

    public static string Of(Channel channel) => channel switch
    {
        Channel.Web => "网页",
        Channel.Mail => "邮件",
        Channel.Api => "接口",
        _ => "电话",
    };

    public static string Of(AiLabel? label) => label switch
    {
        null => "未选定",
        AiLabel.None => "不含 AI 生成内容",
        AiLabel.Suspected => "疑似含 AI 生成内容（3）",
        AiLabel.Possible => "可能含 AI 生成内容（2）",
        _ => "含 AI 生成内容（1）",
    };

    public static string Of(RequestItem item) => item switch
    {
        RequestItem.Original => "原片",
        RequestItem.Licence => "授权",
        RequestItem.Change => "修改",
        RequestItem.Facts => "事实",
        RequestItem.Credits => "署名",
        _ => "监护人同意",
    };

    public static string Of(ConsentKind kind) => kind switch
    {
        ConsentKind.Licence => "原创与授权",
        ConsentKind.Truth => "真实与他人权利",
        ConsentKind.Privacy => "个人信息处理",
        _ => "监护人同意",
    };
}
