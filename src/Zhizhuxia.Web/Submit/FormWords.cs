using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Submit;

/// <summary>The answers of the form, short because its questions stand above them; the desk has whole sentences (DeclarationWords).</summary>
public static class FormWords
{
    private const string NotAsked = "没有问过";

    public static string Of(SubmissionKind kind) => kind switch
    {
        SubmissionKind.Film => "成品",
        SubmissionKind.Link => "链接",
        _ => "约拍",
    };

    public static string Of(Origin? origin) => origin switch
    {
        null => NotAsked,
        Origin.Own => "我本人拍的",
        Origin.FamilyOrFriend => "家人朋友拍的，已同意",
        _ => "网上看到的",
    };

    public static string Of(CreditWish? wish) => wish switch
    {
        null => NotAsked,
        CreditWish.RealName => "真名",
        CreditWish.PenName => "网名",
        _ => "不署名",
    };

    public static string Of(PublishedBefore? published) => published switch
    {
        null => NotAsked,
        PublishedBefore.No => "没有",
        PublishedBefore.OwnAccount => "我自己的账号发过",
        _ => "别的媒体用过或正在投",
    };

    public static string Of(AiUse? use) => use switch
    {
        null => NotAsked,
        AiUse.No => "没有",
        AiUse.Yes => "有",
        _ => "不清楚",
    };

    public static string Of(PeopleShown? people) => people switch
    {
        null => NotAsked,
        PeopleShown.NobodyRecognisable => "无可辨认的人",
        PeopleShown.AllAgreed => "都知道会被刊发",
        _ => "有不知情的人",
    };

    public static string Of(Minors? minors) => minors switch
    {
        null => NotAsked,
        Minors.None => "无",
        Minors.GuardianAgreed => "有，监护人已同意",
        _ => "有，未征得同意",
    };

    public static string Of(AgeGroup age) => age switch
    {
        AgeGroup.Adult => "已满18周岁",
        AgeGroup.From14To17 => "14–17周岁",
        _ => "未满14周岁",
    };

    public static string Of(ConsentKind consent) => consent switch
    {
        ConsentKind.Licence => "原创与授权",
        ConsentKind.Truth => "真实与他人权利",
        ConsentKind.Privacy => "个人信息处理",
        _ => "监护人同意",
    };
}
