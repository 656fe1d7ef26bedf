using System.Text;

namespace Zhizhuxia.Media;

/// <summary>Empties one pipe of a child to its end, whatever it writes: keeps a bounded part or hands on bounded lines.</summary>
internal sealed class OutputPump(int keepCharacters, Action<ReadOnlyMemory<char>>? onLine)
{
    private const int LongestLine = 4096;
    private readonly StringBuilder _kept = new();
    private readonly char[] _line = new char[LongestLine];
    private int _lineLength;

    /// <summary>The kept part; empty when lines are handed on from standard output.</summary>
    public string Kept => _kept.ToString();

    /// <summary>More came than was kept.</summary>
    public bool Cut { get; private set; }

    /// <summary>Reads until the writer closes; never throws for what is in it.</summary>
    public async Task DrainAsync(Stream pipe)
    {
        using var reader = new StreamReader(pipe, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, bufferSize: 32 * 1024, leaveOpen: true);
        var buffer = new char[16 * 1024];
        while (await reader.ReadAsync(buffer.AsMemory()) is var count and > 0)
        {
            Keep(buffer.AsSpan(0, count));
            if (onLine is not null)
                Split(buffer.AsSpan(0, count), onLine);
        }
        if (_lineLength > 0)
            EndLine(onLine);
    }

    private void Keep(ReadOnlySpan<char> text)
    {
        var room = Math.Max(0, keepCharacters - _kept.Length);
        Cut |= text.Length > room;
        _kept.Append(text[..Math.Min(room, text.Length)]);
    }

    private void Split(ReadOnlySpan<char> text, Action<ReadOnlyMemory<char>> hand)
    {
        foreach (var character in text)
        {
            if (character is '\n')
                EndLine(hand);
            else if (character is not '\r' && _lineLength < LongestLine)
                _line[_lineLength++] = character;
        }
    }

    private void EndLine(Action<ReadOnlyMemory<char>>? hand)
    {
        hand?.Invoke(_line.AsMemory(0, _lineLength));
        _lineLength = 0;
    }
}
