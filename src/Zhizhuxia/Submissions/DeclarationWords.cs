namespace Zhizhuxia.Submissions;

/// <summary>What the reader ticked on the form, in the form's own words.</summary>
public static class DeclarationWords
{
    public static string Of(Origin origin) => origin switch
    {
        Origin.Own => "我本人拍的",
        Origin.FamilyOrFriend => "家人朋友拍的，已同意",
        _ => "网上看到的，仅作线索",
    };

    public static string Of(CreditWish wish) => wish switch
    {
        CreditWish.RealName => "真名",
        CreditWish.PenName => "网名",
        _ => "不署名",
    };

    public static string Of(PublishedBefore before) => before switch
    {
        PublishedBefore.No => "没有发表过",
        PublishedBefore.OwnAccount => "自己的账号发过",
        _ => "别的媒体用过或正在投",
    };

    public static string Of(AiUse use) => use switch
    {
        AiUse.No => "没有用 AI",
        AiUse.Yes => "用了 AI",
        _ => "不清楚有没有用 AI",
    };

    public static string Of(PeopleShown people) => people switch
    {
        PeopleShown.NobodyRecognisable => "无可辨认的人",
        PeopleShown.AllAgreed => "都知道会被刊发",
        _ => "有不知情的人",
    };

    public static string Of(Minors minors) => minors switch
    {
        Minors.None => "没有未成年人出镜",
        Minors.GuardianAgreed => "有未成年人，监护人已同意",
        _ => "有未成年人，未征得监护人同意",
    };

    public static string Of(AgeGroup age) => age switch
    {
        AgeGroup.Adult => "已满18周岁",
        AgeGroup.From14To17 => "14–17周岁",
        _ => "未满14周岁",
    };
}
