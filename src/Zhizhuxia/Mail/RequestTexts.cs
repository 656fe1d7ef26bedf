using Zhizhuxia.Submissions;
using static Zhizhuxia.Mail.MailTexts;

namespace Zhizhuxia.Mail;

/// <summary>The letters about what a reader is asked to complete (domain T8 to T10).</summary>
internal static class RequestTexts
{
    public static string PleaseComplete(LetterFacts facts) => $"""
        您的{Work(facts)}{Named(facts)}，编辑已经看过，还想请您补充：

        {Items(facts.Request)}
        {Said("编辑的话", facts.Request?.Text)}
        请在{Day(facts.Request?.Due)}以前，打开下面的网页补充。这个链接只为您这一次补充准备，补充完就失效，请不要转给别人：
        {LinkMark}

        到期没有收到，这篇稿件会先关闭；要是一时有困难，请早点告诉我们。
        """;

    public static string Reminder(LetterFacts facts) => $"""
        您的{Work(facts)}{Named(facts)}还等您补充，{Day(facts.Request?.Due)}到期：

        {Items(facts.Request)}
        {Said("编辑的话", facts.Request?.Text)}
        请打开下面的网页补充。已经补充过的，请不用理会这封信：
        {LinkMark}

        要是一时有困难，请回信或打电话告诉我们。
        """;

    public static string Expired(LetterFacts facts) => $"""
        您的{Work(facts)}{Named(facts)}，我们在{Day(facts.Request?.Due)}以前没有收到您的补充，稿件先关闭了，不再审看。作品的权利完全是您自己的。

        材料备齐了，欢迎您重新投稿，或者报上编号和我们联系，请编辑部重新打开这一篇。
        """;

    private static string Items(ReaderRequest? request) => string.Join('\n',
        (request?.Items ?? []).Select((item, i) => $"{"一二三四五六"[i]}、{Words(item)}"));

    private static string Words(RequestItem item) => item switch
    {
        RequestItem.Original => "原片：没有经过微信转发、也没有压缩过的原始视频文件。",
        RequestItem.Licence => "授权：确认您是作者，或者作者同意由我们刊发。",
        RequestItem.Change => "修改：请照编辑的说明改一改。",
        RequestItem.Facts => "事实：拍的是什么人、什么事，在什么时候、什么地方。",
        RequestItem.Credits => "署名：刊发时怎样署名，还有哪些人参与。",
        RequestItem.Guardian => "监护人同意：片中有未成年人，请监护人确认同意刊发。",
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, "No words for this item"),
    };
}
