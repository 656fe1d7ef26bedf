using System.Text.RegularExpressions;
using Zhizhuxia.Mail.Mime;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>What the marks in a letter's template stand for. A mark on a line of its own that has nothing to say leaves no gap.</summary>
public static partial class LetterMarks
{
    private const int MostNamed = 5;

    /// <summary>Each with what it says, for the person who writes a template.</summary>
    public static IReadOnlyList<(string Mark, string Meaning)> All { get; } =
    [
        ("作品", "视频、视频链接或拍摄选题"), ("作品名", "《标题》（编号 …）"), ("短名", "《标题》，最多 20 字"), ("标题", "不带书名号的标题"), ("编号", "ZX261122-0031"), ("姓名", "读者的姓名"),
        ("链接", "这位读者自己的网址，发出时才放进去"), ("查询网址", "查进展的网页"), ("答复期限", "接下来怎么办、15 日期限到哪一天"), ("期限", "15 日期限的日子"),
        ("要您确认", "邮件来稿要读者确认什么"), ("超大附件", "邮件来稿：超大附件请另外上传"), ("原片上传", "电话代录：原片在哪里上传"), ("留言", "编辑在往来里写的话"), ("原因", "不采用的原因，编辑愿意说的话"), ("编辑的话", "编辑写给读者的话"),
        ("署名", "刊发时怎样署名，请读者核对"), ("稿酬", "稿酬怎么办；线索没有这一段"), ("补充清单", "请读者补充的各项"), ("补充期限", "请读者补充到哪一天"),
        ("文件名", "没能用上的视频"), ("文件问题", "为什么没能用上"), ("属于哪篇", "没能用上的视频属于哪篇稿件"),
    ];

    /// <summary>Puts the facts in. What readers wrote is not looked at for marks.</summary>
    public static string Fill(string template, IReadOnlyDictionary<string, string> values) =>
        Gap().Replace(Mark().Replace(template.ReplaceLineEndings("\n"), mark => values.GetValueOrDefault(mark.Groups[1].Value, mark.Value)), "\n\n").Trim('\n');

    /// <summary>The first mark that is none; null if all are.</summary>
    public static string? UnknownIn(string template) =>
        Mark().Matches(template).Select(mark => mark.Groups[1].Value).FirstOrDefault(mark => !All.Any(known => known.Mark == mark));

    /// <summary>By mark. 〔链接〕 is not among them: it is put in when the letter goes.</summary>
    /// <param name="address">Root of the site.</param>
    public static IReadOnlyDictionary<string, string> Of(LetterFacts facts, string address) => new Dictionary<string, string>
    {
        ["作品"] = Work(facts),
        ["作品名"] = Named(facts),
        ["短名"] = Titled(facts, 20),
        ["标题"] = HeaderText.Clean(facts.Title, 60),
        ["编号"] = facts.Number ?? "",
        ["姓名"] = HeaderText.Clean(facts.ReaderName ?? "", 30),
        ["查询网址"] = $"{address}/status",
        ["答复期限"] = Promise(facts),
        ["期限"] = Day(facts.AnswerDue),
        ["要您确认"] = facts.Kind is SubmissionKind.Proposal ? "怎样联系您" : "是谁拍的、怎样署名",
        ["超大附件"] = Apart(facts),
        ["原片上传"] = facts.Kind is SubmissionKind.Proposal ? "" : "视频原片也在那一页上传。",
        ["留言"] = facts.Message ?? "",
        ["原因"] = $"{Said("主要原因", facts.DeclineReason)}\n{Said("编辑的话", facts.DeclineWords)}".Trim(),
        ["编辑的话"] = Said("编辑的话", facts.Explanation ?? facts.Request?.Text),
        ["署名"] = facts.CreditLine is { } credits ? $"署名是这样排的，要是有错漏，请在刊发以前告诉我们：\n{credits}" : "",
        ["稿酬"] = facts.FeePromised ? "稿酬从优，数额和领取办法我们另外通知。请放心：我们不会在邮件里向您要身份证号或银行卡号，遇到这样的要求请不要理会。" : "",
        ["补充清单"] = RequestTexts.Items(facts.Request),
        ["补充期限"] = Day(facts.Request?.Due),
        ["文件名"] = facts.FileName ?? "",
        ["文件问题"] = facts.Refusal ?? "",
        ["属于哪篇"] = facts.Title.Length > 0 ? $"它属于您的投稿{Named(facts)}。" : "",
    };

    /// <summary>What the mail did not bring; where it is known, by name.</summary>
    private static string Apart(LetterFacts facts) => facts switch
    {
        { Kind: SubmissionKind.Proposal } => "",
        { Awaited.Count: > 0 } => $"信里的{string.Concat(facts.Awaited.Take(MostNamed).Select(name => $"“{HeaderText.Clean(name, 60)}”"))}{(facts.Awaited.Count > MostNamed ? "等" : "")}"
            + "我们没有收到完整的文件（是超大附件，或者没有传完），请在那一页上传原片：超大附件会过期，我们不会替您去下载。",
        _ => "信里要是有超大附件，或者视频没有传完整，也请在那一页上传原片：超大附件会过期，我们不会替您去下载。",
    };

    private static string Promise(LetterFacts facts) => facts.Kind is SubmissionKind.Proposal
        ? "编辑会认真看您的想法。合适的话，我们会主动联系您，商量怎么拍、什么时候拍。"
        : $"接下来，编辑会逐级审看。需要您补充的，我们会写信给您；采用与否，也都会告诉您。按照《著作权法》第三十五条，自稿件发出之日起十五日内（到{Day(facts.AnswerDue)}为止）没有收到我们的采用通知，您就可以把作品投给别家。";

    internal static string Said(string by, string? words) => string.IsNullOrWhiteSpace(words) ? "" : $"{by}：{words.Trim()}";

    private static string Work(LetterFacts facts) => facts.Kind switch
    {
        SubmissionKind.Film => "视频",
        SubmissionKind.Link => "视频链接",
        _ => "拍摄选题",
    };

    private static string Named(LetterFacts facts) => Titled(facts, 60) + (facts.Number is { } number ? $"（编号 {number}）" : "");

    private static string Titled(LetterFacts facts, int longest) => HeaderText.Clean(facts.Title, longest) is { Length: > 0 } title ? $"《{title}》" : "";

    private static string Day(DateTimeOffset? moment) => moment is { } day ? Beijing.Day(day) : "规定的日期";

    [GeneratedRegex("〔([^〔〕\n]{1,20})〕", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\n[ \t]*\n(?:[ \t]*\n)+", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();
}
