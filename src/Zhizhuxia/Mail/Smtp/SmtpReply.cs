using System.Text.RegularExpressions;
using Zhizhuxia.Mail.Mime;

namespace Zhizhuxia.Mail.Smtp;

/// <summary>One answer of the server (RFC 5321 §4.2), of one line or several.</summary>
/// <param name="Code">For example 250.</param>
/// <param name="Lines">Their words, without the code.</param>
internal sealed partial record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    private const int LongestWords = 300;

    /// <summary>2xx.</summary>
    public bool IsDone => Code is >= 200 and < 300;

    /// <summary>3xx: go on.</summary>
    public bool IsAsking => Code is >= 300 and < 400;

    /// <summary>5xx: the same will be refused again.</summary>
    public bool IsFinal => Code >= 500;

    /// <summary>The enhanced status without its class (RFC 3463), for example "1.1" of 5.1.1; empty if there is none.</summary>
    public string Subject => Enhanced().Match(Lines.Count > 0 ? Lines[0] : "") is { Success: true } found ? found.Groups[1].Value : "";

    /// <summary>Code and words for an operator: one line, cut, without anybody's address.</summary>
    public string Words => HeaderText.Clean($"{Code} {Address().Replace(string.Join(' ', Lines), "…")}", LongestWords);

    [GeneratedRegex(@"\A[245]\.(\d{1,3}\.\d{1,3})(?!\S)")]
    private static partial Regex Enhanced();

    [GeneratedRegex(@"[^\s<>:,;]+@[^\s<>:,;]+")]
    private static partial Regex Address();
}
