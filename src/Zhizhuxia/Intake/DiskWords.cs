using System.Text.RegularExpressions;

namespace Zhizhuxia.Intake;

/// <summary>What the words beside a cloud disk's address say.</summary>
internal static partial class DiskWords
{
    /// <summary>提取码, or null.</summary>
    public static string? Code(string words) => CodeShape().Match(words) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>Until when, in the words of the text: 7天, 永久有效, 2026-12-01 08:00; or null.</summary>
    public static string? Expiry(string words) => ExpiryShape().Match(words) is { Success: true } match ? match.Groups["when"].Value.Trim() : null;

    /// <summary>Both as they stand in the text, with what introduces them.</summary>
    [GeneratedRegex(@"[（(]?(?:提取码|访问码|提取密码|密码|验证码)\s*[:：为是]?\s*([0-9A-Za-z]{4,8})(?![0-9A-Za-z])[)）]?")]
    public static partial Regex CodeShape();

    [GeneratedRegex(@"(?:有效期|有效时间|失效时间|到期时间|过期时间)\s*[:：为至到是]{0,2}\s*(?<when>永久(?:有效)?|长期(?:有效)?|\d+\s*(?:天|日|小时|个月|年)|\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?)|(?<when>永久有效|长期有效)|(?<when>\d+\s*(?:天|小时|个月))(?:内有效|有效|后失效|后过期|后到期)|(?<when>\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?)\s*(?:前有效|到期|过期|失效)")]
    public static partial Regex ExpiryShape();
}
