using System.Text.RegularExpressions;
using Zhizhuxia.Mail.Mime;

namespace Zhizhuxia.Mail.Reading;

/// <summary>Reads what a bounce says: its delivery report where it has one, its words where it has none, as many Chinese providers write it.</summary>
internal static partial class BounceReader
{
    private const int LongestDiagnostic = 300;

    /// <summary>A bounce's own words come first; the mail that came back follows.</summary>
    private const int OwnWords = 4000;

    /// <param name="fields">Of the bounce.</param>
    /// <param name="report">Its reports.</param>
    /// <param name="inner">Message-IDs of the mails in it.</param>
    /// <param name="text">Its words.</param>
    public static ReturnedMail Read(MimeFields fields, string report, string inner, string text)
    {
        var all = string.Join('\n', fields.Raw("In-Reply-To"), fields.Raw("References"), fields.Raw("X-Original-Message-ID"), inner, report, text);
        var actions = Action().Matches(report).Select(action => action.Groups[1].Value.ToUpperInvariant()).ToList();
        var words = text.Length > OwnWords ? text[..OwnWords] : text;
        var diagnostic = Diagnostic().Match(report) is { Success: true } said ? said.Groups[1].Value : Answer().Match(words).Value;
        return new(
            [.. OwnMessageId.ShapesIn(all).Distinct()], actions.Count == 0 || actions.Contains("FAILED"), StatusOf(report, diagnostic, words),
            HeaderText.Clean(diagnostic, LongestDiagnostic) is { Length: > 0 } line ? line : null);
    }

    /// <summary>A number that says nothing in particular (5.0.0) is less than the words.</summary>
    private static string? StatusOf(string report, string diagnostic, string words)
    {
        var status = Status().Match(report) is { Success: true } told ? told.Groups[1].Value
            : Enhanced().Match(diagnostic) is { Success: true } said ? said.Value : null;
        return status is null or [_, '.', '0', '.', '0'] ? Guess(diagnostic) ?? Guess(words) ?? status : status;
    }

    private static string? Guess(string words) => words switch
    {
        _ when NoMailbox().IsMatch(words) => "5.1.1",
        _ when Full().IsMatch(words) => "5.2.2",
        _ when TooBig().IsMatch(words) => "5.3.4",
        _ when Unwelcome().IsMatch(words) => "5.7.1",
        _ => null,
    };

    [GeneratedRegex(@"^Action:\s*([a-z]+)", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Action();

    [GeneratedRegex(@"^Status:\s*([245]\.\d{1,3}\.\d{1,3})", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Status();

    /// <summary>With its continued lines.</summary>
    [GeneratedRegex(@"^Diagnostic-Code:\s*(?:[a-z0-9-]+;)?[ \t]*([^\r\n]*(?:\r?\n[ \t][^\r\n]*){0,10})", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Diagnostic();

    /// <summary>A server's answer somewhere in the words.</summary>
    [GeneratedRegex(@"(?<![\d.])[45]\d\d[ -][^\r\n]{3,300}", RegexOptions.CultureInvariant)]
    private static partial Regex Answer();

    [GeneratedRegex(@"(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?![\d.])", RegexOptions.CultureInvariant)]
    private static partial Regex Enhanced();

    [GeneratedRegex("不存在|无此用户|没有此用户|地址有误|找不到收件人|no such (?:user|mailbox)|user (?:not found|unknown)|unknown user|mailbox (?:not found|unavailable)|does not exist|invalid recipient", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoMailbox();

    [GeneratedRegex("邮箱(?:空间)?(?:已|不足|满)|容量不足|空间已满|quota|mailbox (?:is )?full", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Full();

    [GeneratedRegex("邮件(?:太大|过大)|超过.{0,8}大小|too (?:large|big)|size limit|exceeds.{0,20}size", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TooBig();

    [GeneratedRegex("垃圾邮件|拒收|黑名单|spam|blocked|blacklist|policy|rejected", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unwelcome();
}
