using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>The name a reader's device gave a file: text to show, never a path or an argument.</summary>
public static class FileNameText
{
    /// <summary>UTF-16 units.</summary>
    public const int Longest = 200;

    private const int LongestEnding = 10;

    /// <summary>One clean line of at most <see cref="Longest"/> characters; a longer one is cut in front of its ending.</summary>
    public static string Of(string? raw)
    {
        var name = PlainText.Line(raw) ?? "未命名";
        if (name.Length <= Longest)
            return name;
        var dot = name.LastIndexOf('.');
        var ending = dot >= 0 && name.Length - dot <= LongestEnding ? name[dot..] : "";
        var cut = Longest - ending.Length - 1;
        if (char.IsHighSurrogate(name[cut - 1]))
            cut--;
        return $"{name[..cut]}…{ending}";
    }
}
