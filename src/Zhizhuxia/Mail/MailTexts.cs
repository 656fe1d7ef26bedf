using Microsoft.Extensions.Options;
using Zhizhuxia.Mail.Mime;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>The words of every mail to a reader (domain §4). An editor may change them; what goes into HTML is made from the result.</summary>
public sealed class MailTexts(IOptions<MailOptions> options)
{
    /// <summary>Stands where the reader's own link will be: the link is put in when the mail goes, so that no draft and no page shows it.</summary>
    public const string LinkMark = "〔链接〕";

    private readonly MailOptions _options = options.Value;

    /// <summary>Subject and plain text; <see cref="LinkMark"/> stands for the link of 请您补充, its reminder and 已刊发.</summary>
    public LetterText Compose(LetterKind kind, LetterFacts facts) => kind switch
    {
        LetterKind.Received => Letter(facts, $"您的投稿{Short(facts)}已收到", facts.ByMail ? ReceivedByMail(facts) : Received(facts)),
        LetterKind.PleaseComplete => Letter(facts, $"请您为{Short(facts)}补充一点材料", RequestTexts.PleaseComplete(facts)),
        LetterKind.Reminder => Letter(facts, $"提醒您：{Short(facts)}还等您补充", RequestTexts.Reminder(facts)),
        LetterKind.Expired => Letter(facts, $"您的投稿{Short(facts)}逾期关闭", RequestTexts.Expired(facts)),
        LetterKind.AnswerReceived => Letter(facts, $"您为{Short(facts)}补充的内容已收到", AnswerReceived(facts)),
        LetterKind.Declined => Letter(facts, $"您的投稿{Short(facts)}本次未能采用", Declined(facts)),
        LetterKind.Adopted => Letter(facts, $"您的投稿{Short(facts)}已被采用", Adopted(facts)),
        LetterKind.Withdrawn => Letter(facts, $"您的投稿{Short(facts)}已撤回", Withdrawn(facts)),
        LetterKind.Merged => Letter(facts, $"您的投稿{Short(facts)}已并入同一题材", Merged(facts)),
        LetterKind.WithdrawalRefused => Letter(facts, $"关于您申请撤回{Short(facts)}", WithdrawalRefused(facts)),
        LetterKind.Published => Letter(facts, $"您的作品{Short(facts)}刊发了", Published(facts)),
        LetterKind.TakenDown => Letter(facts, $"您的作品{Short(facts)}已下线", TakenDown(facts)),
        LetterKind.FilmRefused => Letter(facts, "您上传的视频没能用上", FilmRefused(facts)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No words for this letter"),
    };

    /// <summary>Puts the reader's link where it belongs, also where an editor has lost its place.</summary>
    public static string WithLink(string body, string link) => body.Contains(LinkMark, StringComparison.Ordinal)
        ? body.Replace(LinkMark, link, StringComparison.Ordinal)
        : $"{body.TrimEnd()}\n\n{link}\n";

    private string Received(LetterFacts facts) => $"""
        您投来的{Work(facts)}{Named(facts)}，我们已经收到了。请记下编号，和我们联系时报编号最快。

        {Promise(facts)}

        想看进展，请打开下面的网页，输入提交时给您的回执码：
        {_options.PublicAddress}/status

        回执码是您查询和撤稿的凭据，只在提交时显示过一次，请不要转给别人。

        谢谢您把身边的事交给我们。
        """;

    private static string ReceivedByMail(LetterFacts facts) => $"""
        您的来信{Named(facts)}收到了，谢谢您想着我们。编辑会先看起来。

        还差一步，要请您本人打开下面的网页，告诉我们{(facts.Kind is SubmissionKind.Proposal ? "怎样联系您" : "是谁拍的、怎样署名")}，并确认同意刊发，两三分钟就好，不用注册。没有这一步，编辑可以审看，但不能采用：
        {LinkMark}

        这个链接只为您这一篇准备，确认完就失效，请不要转给别人。
        {(facts.Kind is SubmissionKind.Proposal ? "" : "\n信里要是有超大附件，或者视频没有传完整，也请在那一页上传原片：超大附件会过期，我们不会替您去下载。\n")}
        {Promise(facts)}

        还想补充什么，直接回复这封信就可以。
        """;

    private static string Promise(LetterFacts facts) => facts.Kind is SubmissionKind.Proposal
        ? "编辑会认真看您的想法。合适的话，我们会主动联系您，商量怎么拍、什么时候拍。"
        : $"""
          接下来，编辑会逐级审看。需要您补充的，我们会写信给您；采用与否，也都会告诉您。按照《著作权法》第三十五条，自稿件发出之日起十五日内（到{Day(facts.AnswerDue)}为止）没有收到我们的采用通知，您就可以把作品投给别家。
          """;

    private static string AnswerReceived(LetterFacts facts) => $"""
        您为{Work(facts)}{Named(facts)}补充的内容，我们收到了，编辑会接着审看。谢谢您。
        """;

    private static string Declined(LetterFacts facts) => $"""
        谢谢您把{Work(facts)}{Named(facts)}投给我们。编辑部认真看过了，这一次没有采用。
        {Said("主要原因", facts.DeclineReason)}
        没有采用，不等于作品不好：版面和栏目有限，总有好作品要割爱。作品的权利完全是您自己的，您可以投给别家，也可以自己发表。

        有趣的、有用的，工作的、生活的，欢迎您接着拍给我们看。
        """;

    private static string Adopted(LetterFacts facts) => $"""
        告诉您一个好消息：您的{Work(facts)}{Named(facts)}已经通过三审，被采用了。

        我们正在为刊发作准备。刊发以后，会再写信把观看地址告诉您。
        {CreditRequest(facts)}{Fee(facts)}
        谢谢您的好作品。
        """;

    private static string CreditRequest(LetterFacts facts) => facts.CreditLine is { } credits
        ? $"\n署名是这样排的，要是有错漏，请在刊发以前告诉我们：\n{credits}\n"
        : "";

    private static string Fee(LetterFacts facts) => facts.FeePromised
        ? "\n稿酬从优，数额和领取办法我们另外通知。请放心：我们不会在邮件里向您要身份证号或银行卡号，遇到这样的要求请不要理会。\n"
        : "";

    private static string Withdrawn(LetterFacts facts) => $"""
        按您的要求，{Work(facts)}{Named(facts)}已经撤回：不再审看，也不会刊发。作品的权利完全是您自己的。

        如果这不是您本人办理的，请尽快和我们联系。

        期待您下次来稿。
        """;

    // Never says whose the other piece is (domain T13).
    private static string Merged(LetterFacts facts) => $"""
        谢谢您投来{Work(facts)}{Named(facts)}。编辑部在这之前已经收到了同一内容，两份合在一起处理，这一份不再单独审看。

        如果您觉得不是同一内容，或者您才是作者，请报上编号和我们联系，我们会重新核对。
        """;

    private static string WithdrawalRefused(LetterFacts facts) => $"""
        您申请撤回{Work(facts)}{Named(facts)}。编辑部商量过，这一次没有办法撤回，稿件会照原来的安排刊发。
        {Said("编辑的话", facts.Explanation)}
        要是您有特别的难处，请尽快和我们联系，报上编号就可以。
        """;

    private static string Published(LetterFacts facts) => $"""
        您的作品{Named(facts)}刊发了，请在这里观看：
        {LinkMark}

        欢迎转给家人和朋友。谢谢您，期待您的下一个作品。
        """;

    private static string TakenDown(LetterFacts facts) => $"""
        您的作品{Named(facts)}已经从知株侠专版下线，原来的地址现在显示“已下线”。

        想了解原因，或者有不同的意见，请和我们联系，报上编号就可以。
        """;

    private string FilmRefused(LetterFacts facts) => $"""
        您上传的视频“{facts.FileName}”，我们没能用上。{(facts.Title.Length > 0 ? $"它属于您的投稿{Named(facts)}。" : "")}

        {facts.Refusal}

        您填写的内容和别的文件都还在，不会丢。您可以换一个文件再投一次，也可以等编辑写信请您补充。看进展，请打开：
        {_options.PublicAddress}/status
        """;

    private LetterText Letter(LetterFacts facts, string subject, string body)
    {
        var tag = facts.Number is { } number ? $"【知株侠 {number}】" : "【知株侠】";
        var contact = _options.ContactLine.Length > 0 ? $"\n{_options.ContactLine}" : "";
        var greeting = Clean(facts.ReaderName, 30) is { Length: > 0 } name ? $"{name}，您好：" : "您好：";
        return new(tag + subject, $"{greeting}\n\n{body}\n\n{_options.Signature}{contact}\n".ReplaceLineEndings("\n"));
    }

    internal static string Said(string by, string? words) => string.IsNullOrWhiteSpace(words) ? "" : $"\n{by}：{words.Trim()}\n";

    internal static string Work(LetterFacts facts) => facts.Kind switch
    {
        SubmissionKind.Film => "视频",
        SubmissionKind.Link => "视频链接",
        _ => "拍摄选题",
    };

    internal static string Named(LetterFacts facts) => Titled(facts, 60) + (facts.Number is { } number ? $"（编号 {number}）" : "");

    private static string Short(LetterFacts facts) => Titled(facts, 20);

    private static string Titled(LetterFacts facts, int longest) => Clean(facts.Title, longest) is { Length: > 0 } title ? $"《{title}》" : "";

    private static string Clean(string? words, int longest) => HeaderText.Clean(words ?? "", longest);

    internal static string Day(DateTimeOffset? moment) => moment is { } day ? Beijing.Day(day) : "规定的日期";
}
