using System.Text;

namespace Zhizhuxia.Review;

/// <summary>What became of a piece of text.</summary>
public enum Change
{
    Kept,
    Removed,
    Added,
}

/// <summary>A run of characters that were kept, removed or added.</summary>
public sealed record Fragment(Change Change, string Text);

/// <summary>Compares two texts character by character (the longest common subsequence), as Chinese has no words to split at.</summary>
public static class TextDifference
{
    /// <summary>Longer texts are shown whole, before and after: the table would be too large.</summary>
    private const int Longest = 2000;

    /// <summary>The runs from the first to the last character; what was removed stands before what came in its place.</summary>
    public static IReadOnlyList<Fragment> Of(string before, string after)
    {
        var (old, fresh) = (before.EnumerateRunes().ToArray(), after.EnumerateRunes().ToArray());
        var head = CommonHead(old, fresh);
        var tail = CommonTail(old, fresh, head);
        List<Fragment> runs = [];
        Add(runs, Change.Kept, old.AsSpan(..head));
        Middle(runs, old[head..^tail], fresh[head..^tail]);
        Add(runs, Change.Kept, old.AsSpan(^tail..));
        return runs;
    }

    private static int CommonHead(Rune[] before, Rune[] after)
    {
        var length = 0;
        while (length < before.Length && length < after.Length && before[length] == after[length])
            length++;
        return length;
    }

    private static int CommonTail(Rune[] before, Rune[] after, int head)
    {
        var length = 0;
        while (length < before.Length - head && length < after.Length - head && before[^(length + 1)] == after[^(length + 1)])
            length++;
        return length;
    }

    private static void Middle(List<Fragment> runs, Rune[] before, Rune[] after)
    {
        if (before.Length > Longest || after.Length > Longest)
        {
            Add(runs, Change.Removed, before);
            Add(runs, Change.Added, after);
            return;
        }
        var common = Table(before, after);
        var (row, column) = (0, 0);
        while (row < before.Length || column < after.Length)
        {
            if (row < before.Length && column < after.Length && before[row] == after[column])
            {
                Add(runs, Change.Kept, before.AsSpan(row, 1));
                (row, column) = (row + 1, column + 1);
            }
            else if (column == after.Length || (row < before.Length && common[row + 1, column] >= common[row, column + 1]))
            {
                Add(runs, Change.Removed, before.AsSpan(row++, 1));
            }
            else
            {
                Add(runs, Change.Added, after.AsSpan(column++, 1));
            }
        }
    }

    /// <summary>Length of the longest common subsequence of what is left from each pair of positions.</summary>
    private static int[,] Table(Rune[] before, Rune[] after)
    {
        var common = new int[before.Length + 1, after.Length + 1];
        for (var row = before.Length - 1; row >= 0; row--)
            for (var column = after.Length - 1; column >= 0; column--)
                common[row, column] = before[row] == after[column]
                    ? common[row + 1, column + 1] + 1
                    : Math.Max(common[row + 1, column], common[row, column + 1]);
        return common;
    }

    private static void Add(List<Fragment> runs, Change change, ReadOnlySpan<Rune> text)
    {
        if (text.IsEmpty)
            return;
        var words = new StringBuilder(runs.Count > 0 && runs[^1].Change == change ? runs[^1].Text : "");
        foreach (var sign in text)
            words.Append(sign.ToString());
        if (runs.Count > 0 && runs[^1].Change == change)
            runs.RemoveAt(runs.Count - 1);
        runs.Add(new(change, words.ToString()));
    }
}
