using System.Text;

namespace Zhizhuxia.Mail.Mime;

/// <summary>The boundaries of the multiparts that are open, and which of them was met last.</summary>
internal sealed class Boundaries
{
    private readonly List<byte[]> _open = [];

    /// <summary>How many are open.</summary>
    public int Count => _open.Count;

    /// <summary>Place of the boundary that ended the body read last; -1 where the message ended.</summary>
    public int Met { get; private set; } = -1;

    /// <summary>It was the closing one, with two more hyphens.</summary>
    public bool Closes { get; private set; }

    public void Open(string boundary) => _open.Add(Encoding.Latin1.GetBytes(boundary));

    public void Close() => _open.RemoveAt(_open.Count - 1);

    /// <summary>Nothing was met: the message is at its end.</summary>
    public void End() => (Met, Closes) = (-1, false);

    /// <summary>Looks whether a whole line is a boundary, the innermost first: RFC 2046 §5.1.1, with blanks behind it.</summary>
    public bool Meets(ReadOnlySpan<byte> line)
    {
        if (_open.Count == 0 || line.Length < 3 || line[0] != '-' || line[1] != '-')
            return false;
        var text = line[2..].TrimEnd(" \t\r\n"u8);
        for (var place = _open.Count - 1; place >= 0; place--)
        {
            var boundary = _open[place];
            if (!text.StartsWith(boundary))
                continue;
            var rest = text[boundary.Length..];
            if (!rest.IsEmpty && !rest.SequenceEqual("--"u8))
                continue;
            (Met, Closes) = (place, !rest.IsEmpty);
            return true;
        }
        return false;
    }
}
