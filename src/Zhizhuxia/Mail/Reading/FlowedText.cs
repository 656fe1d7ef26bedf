using System.Text;

namespace Zhizhuxia.Mail.Reading;

/// <summary>RFC 3676: lines that end in a blank go on in the next; so a long address is whole again.</summary>
internal static class FlowedText
{
    /// <param name="deleteSpace">DelSp=yes: the blank at a line's end goes as well.</param>
    public static string Join(string text, bool deleteSpace)
    {
        var joined = new StringBuilder(text.Length);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var words = line.StartsWith(' ') ? line[1..] : line;
            var flows = words.EndsWith(' ') && words != "-- ";
            joined.Append(flows && deleteSpace ? words[..^1] : words);
            if (!flows)
                joined.Append('\n');
        }
        return joined.ToString();
    }
}
