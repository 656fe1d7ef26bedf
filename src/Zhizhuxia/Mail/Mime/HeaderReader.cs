using System.Text;

namespace Zhizhuxia.Mail.Mime;

/// <summary>Reads a header block up to its empty line, unfolds it, and leaves out what is no field.</summary>
internal sealed class HeaderReader(MimeLines lines, Boundaries boundaries)
{
    /// <summary>Bytes of all headers of a message that are kept; what is longer is read over.</summary>
    private const int Most = 3 * 1024 * 1024;

    private readonly StringBuilder _value = new();
    private string? _name;
    private int _kept;

    /// <summary>Some of a header was too long to be kept.</summary>
    public bool IsCut { get; private set; }

    /// <summary>How a header ended: at a boundary or the message's end there is no body behind it.</summary>
    public bool HasBody { get; private set; }

    /// <summary>Reads one block.</summary>
    /// <param name="first">The first line was read already, and is the current one.</param>
    public async Task<MimeFields> ReadAsync(bool first, CancellationToken ct)
    {
        var fields = new List<MimeField>();
        HasBody = false;
        while (first || await lines.NextAsync(ct))
        {
            first = false;
            if (lines.StartsLine && boundaries.Meets(lines.Line.Span))
            {
                Complete(fields);
                return new(fields);
            }
            var text = lines.Line.Span.TrimEnd("\r\n"u8);
            if (text.IsEmpty && lines.StartsLine)
            {
                HasBody = true;
                Complete(fields);
                return new(fields);
            }
            Take(text, fields);
        }
        boundaries.End();
        Complete(fields);
        return new(fields);
    }

    private void Take(ReadOnlySpan<byte> text, List<MimeField> fields)
    {
        var continues = !lines.StartsLine || text[0] is (byte)' ' or (byte)'\t';
        if (!continues)
        {
            Complete(fields);
            var colon = text.IndexOf((byte)':');
            if (colon <= 0 || !IsName(text[..colon].TrimEnd(" \t"u8)))
                return;
            _name = Encoding.ASCII.GetString(text[..colon].TrimEnd(" \t"u8));
            text = text[(colon + 1)..];
        }
        if (_name is null)
            return;
        if (_kept + text.Length > Most)
        {
            IsCut = true;
            return;
        }
        _kept += text.Length;
        _value.Append(Encoding.Latin1.GetString(text));
    }

    private void Complete(List<MimeField> fields)
    {
        if (_name is not null)
            fields.Add(new(_name, _value.ToString().Trim(' ', '\t')));
        _name = null;
        _value.Clear();
    }

    /// <summary>RFC 5322 §3.6.8: printable ASCII without colon; no blank within, which a sentence has.</summary>
    private static bool IsName(ReadOnlySpan<byte> name)
    {
        foreach (var character in name)
        {
            if (character is <= 0x20 or >= 0x7F)
                return false;
        }
        return name.Length is > 0 and <= 200;
    }
}
