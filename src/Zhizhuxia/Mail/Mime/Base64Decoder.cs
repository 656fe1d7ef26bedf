using System.Buffers;
using System.Buffers.Text;

namespace Zhizhuxia.Mail.Mime;

/// <summary>RFC 2045 §6.8. What is not of the alphabet is left out; several pieces with their own padding may follow each other.</summary>
internal sealed class Base64Decoder : ITransferDecoder
{
    private static readonly sbyte[] _values = Values();
    private int _bits;
    private int _count;
    private bool _sawPadding;
    private bool _isEmpty = true;

    public bool IsDamaged { get; private set; }

    /// <summary>A group without its end is cut; padding at the very end says that all is there.</summary>
    public bool? IsCutOff
    {
        get
        {
            if (_count > 0)
                return true;
            return _sawPadding || _isEmpty ? false : null;
        }
    }

    public int Decode(ReadOnlySpan<byte> line, Span<byte> into)
    {
        var text = line.TrimEnd(" \t\r\n"u8);
        if (_count == 0 && text.Length % 4 == 0 && !text.IsEmpty
            && Base64.DecodeFromUtf8(text, into, out var read, out var written) == OperationStatus.Done && read == text.Length)
        {
            (_sawPadding, _isEmpty) = (text[^1] == '=', false);
            return written;
        }
        return DecodeSlowly(text, into);
    }

    public int Finish(bool atBoundary, Span<byte> into) => _count > 1 ? Flush(into) : 0;

    private int DecodeSlowly(ReadOnlySpan<byte> text, Span<byte> into)
    {
        var written = 0;
        foreach (var character in text)
        {
            var value = _values[character];
            if (value >= 0)
            {
                (_bits, _count, _sawPadding, _isEmpty) = ((_bits << 6) | (byte)value, _count + 1, false, false);
                if (_count == 4)
                    written += Flush(into[written..]);
            }
            else if (character == '=')
            {
                _sawPadding = true;
                if (_count > 0)
                    written += Flush(into[written..]);
            }
            else
                IsDamaged |= character is not ((byte)' ' or (byte)'\t' or (byte)'\r');
        }
        return written;
    }

    /// <summary>The whole bytes of a group of two, three or four characters.</summary>
    private int Flush(Span<byte> into)
    {
        var bytes = _count * 6 / 8;
        var bits = _bits << ((4 - _count) * 6);
        for (var at = 0; at < bytes; at++)
            into[at] = (byte)(bits >> (16 - (8 * at)));
        (_bits, _count) = (0, 0);
        return bytes;
    }

    private static sbyte[] Values()
    {
        var values = new sbyte[256];
        Array.Fill(values, (sbyte)-1);
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (var value = 0; value < alphabet.Length; value++)
            values[alphabet[value]] = (sbyte)value;
        return values;
    }
}
