using System.Text.RegularExpressions;

namespace Zhizhuxia.Mail;

/// <summary>What a job's last error says about a letter.</summary>
public static partial class MailTrouble
{
    /// <summary>The sentence of its code; null if the error is none of <see cref="MailRefusals"/>.</summary>
    /// <param name="error">Type and message, as the job keeps it.</param>
    public static string? Of(string? error) =>
        Told().Match(error ?? "") is { Success: true } told && RefusalTexts.All.TryGetValue(told.Groups[1].Value, out var sentence) ? sentence : null;

    [GeneratedRegex(@"\AMailNotTakenException: (mail-[a-z-]+)")]
    private static partial Regex Told();
}
