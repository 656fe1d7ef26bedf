using System.Globalization;
using System.Text;

namespace Zhizhuxia.Web.Account;

/// <summary>What people call a passkey.</summary>
internal static class KeyName
{
    /// <summary>Trimmed and without control characters; null if nothing is left or it is too long.</summary>
    public static string? Read(string? typed)
    {
        var name = string.Concat((typed ?? "").Normalize(NormalizationForm.FormC)
            .Where(sign => char.GetUnicodeCategory(sign) is not (UnicodeCategory.Control or UnicodeCategory.Format))).Trim();
        return name.Length is > 0 and <= Passkeys.LongestName ? name : null;
    }
}
