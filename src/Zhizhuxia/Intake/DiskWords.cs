using System.Text;
using System.Text.RegularExpressions;

namespace Zhizhuxia.Intake;

/// <summary>What the words beside a cloud disk's address say.</summary>
internal static partial class DiskWords
{
    private const string Day = @"(?:\d{4}\s*[-/.年]\s*)?\d{1,2}\s*[-/.月]\s*\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?";
    private const string Span = @"(?:\d+|[一二两三四五六七八九十半]+)\s*(?:天|日|小时|个月|年|周|星期)";

    /// <summary>提取码, or null; another word for it counts where that one is not said.</summary>
    public static string? Code(string words) =>
        CodeShape().Matches(words.Normalize(NormalizationForm.FormKC)).MinBy(match => match.Groups["by"].Value is "提取码" or "访问码" or "提取密码" ? 0 : 1)?.Groups["code"].Value;

    /// <summary>Until when, in the words of the text: 7天, 永久有效, 2026-12-01 08:00; or null.</summary>
    public static string? Expiry(string words) => ExpiryShape().Match(words) is { Success: true } match ? match.Groups["when"].Value.Trim() : null;

    /// <summary>Both as they stand in the text, with what introduces them.</summary>
    [GeneratedRegex(@"[（(]?(?<by>提取码|访问码|提取密码|(?<!解压)密码|验证码|(?<![A-Za-z])(?:[Cc]ode|[Pp]wd))\s*[:：为是]?\s*[【\[]?(?<code>[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]{4,8})(?![0-9A-Za-z０-９Ａ-Ｚａ-ｚ])[)）】\]]?")]
    public static partial Regex CodeShape();

    [GeneratedRegex(
        "(?:有效期|有效时间|失效时间|到期时间|过期时间)\\s*[:：为至到是]{0,2}\\s*(?<when>永久(?:有效)?|长期(?:有效)?|" + Day + "|" + Span + ")"
        + "|(?<when>永久有效|长期有效)|(?<when>" + Span + ")(?:内有效|有效|后失效|后过期|后到期)|(?<when>" + Day + @")\s*(?:前有效|到期|过期|失效)")]
    public static partial Regex ExpiryShape();
}
