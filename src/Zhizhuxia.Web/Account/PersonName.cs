using System.Text;

namespace Zhizhuxia.Web.Account;

/// <summary>A colleague's name as the desk shows it.</summary>
internal static class PersonName
{
    public const string Rule = "姓名请写 2–20 个字。";

    /// <summary>Trimmed and without control characters; null if it is none.</summary>
    public static string? Read(string? typed)
    {
        var name = string.Concat((typed ?? "").Normalize(NormalizationForm.FormC).Where(sign => !char.IsControl(sign) && char.GetUnicodeCategory(sign) is not System.Globalization.UnicodeCategory.Format)).Trim();
        return name.Length is >= 2 and <= 20 ? name : null;
    }
}
