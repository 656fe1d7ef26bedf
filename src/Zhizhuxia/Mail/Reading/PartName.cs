using System.Globalization;
using System.Text.RegularExpressions;
using Zhizhuxia.Intake;
using Zhizhuxia.Mail.Mime;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail.Reading;

/// <summary>The name of an attachment: text to show, never a path. What has none gets one by its content.</summary>
internal static partial class PartName
{
    /// <summary>What the mail says, or null.</summary>
    public static string? Given(MimeEntity part, CharsetLog log) =>
        Last(part.Disposition.Text("filename", log)) ?? Last(part.ContentType.Text("name", log));

    /// <summary>One clean line without folders.</summary>
    /// <param name="given">May be null, or a name that a mail program made up.</param>
    /// <param name="number">Place among the mail's attachments, from 1.</param>
    public static string Of(string? given, string type, int number)
    {
        var name = Last(given);
        if (name is not null && !MadeUp().IsMatch(name))
            return FileNameText.Of(name);
        return string.Create(CultureInfo.InvariantCulture, $"附件{number}{PartType.EndingOf(type)}");
    }

    private static string? Last(string? name)
    {
        var last = PlainText.Line(name)?.Split('/', '\\')[^1].Trim();
        return string.IsNullOrEmpty(last) || last is "." or ".." ? null : last;
    }

    /// <summary>QQ's tcmime.1234.5678.bin.</summary>
    [GeneratedRegex(@"^tcmime\.[\d.]*bin$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MadeUp();
}
