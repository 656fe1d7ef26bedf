namespace Zhizhuxia.Submissions;

/// <summary>The credit line as printed: 策划:张玉成 摄影:李翰 谢慧. One person may hold two roles; the order matters.</summary>
public static class Credits
{
    /// <summary>Reads what an editor types: one role a line or several in one line, "角色:姓名 姓名"; full-width or ASCII colons.</summary>
    public static IReadOnlyList<Credit> Parse(string? text)
    {
        List<Credit> credits = [];
        foreach (var word in (text ?? "").Replace("：", ":", StringComparison.Ordinal).Replace(":", ": ", StringComparison.Ordinal)
                     .Split([' ', '\u3000', '、', ',', '，', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.EndsWith(':'))
                credits.Add(new(word.TrimEnd(':'), []));
            else if (credits.Count > 0)
                credits[^1] = credits[^1] with { Names = [.. credits[^1].Names, word] };
        }
        return [.. credits.Where(credit => credit.Role.Length > 0 && credit.Names.Count > 0)];
    }

    public static string Print(IEnumerable<Credit> credits) =>
        string.Join(' ', credits.Select(credit => $"{credit.Role}:{string.Join(' ', credit.Names)}"));
}
