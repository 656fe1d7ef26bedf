using System.Globalization;
using System.Text;

namespace Zhizhuxia.Publishing;

/// <summary>Reads the segments of a code's data: ISO/IEC 18004, section 7.4; numeric, alphanumeric and byte mode, versions 1 to 10.</summary>
internal sealed class QrText
{
    private const string Alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    private static readonly UTF8Encoding _strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] _data;
    private int _position; // in bits

    private QrText(byte[] data) => _data = data;

    private int Left => (_data.Length * 8) - _position;

    /// <summary>Decodes <paramref name="data"/>; bytes are UTF-8, or Latin-1 where they are not.</summary>
    /// <exception cref="QrCodeException">A mode other than these three, or data that end too early.</exception>
    public static string Decode(byte[] data, int version) => new QrText(data).Decode(version);

    private string Decode(int version)
    {
        var text = new StringBuilder();
        while (Left >= 4)
        {
            var mode = Take(4);
            switch (mode)
            {
                case 0: // terminator
                    return text.ToString();
                case 1:
                    ReadDigits(text, Take(version < 10 ? 10 : 12));
                    break;
                case 2:
                    ReadPairs(text, Take(version < 10 ? 9 : 11));
                    break;
                case 4:
                    text.Append(ReadBytes(Take(version < 10 ? 8 : 16)));
                    break;
                case 7 when Take(8) is 3 or 26: // ECI: the bytes are Latin-1 or UTF-8, which ReadBytes tells apart
                    break;
                default:
                    throw new QrCodeException($"Mode {mode} is not read.");
            }
        }

        return text.ToString();
    }

    private void ReadDigits(StringBuilder text, int count)
    {
        for (; count > 0; count -= 3)
        {
            var digits = Math.Min(count, 3);
            text.Append(Take((digits * 3) + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0'));
        }
    }

    private void ReadPairs(StringBuilder text, int count)
    {
        for (; count > 1; count -= 2)
        {
            var (first, second) = Math.DivRem(Take(11), Alphanumeric.Length);
            text.Append(Character(first)).Append(Character(second));
        }

        if (count == 1)
            text.Append(Character(Take(6)));
    }

    private static char Character(int value) =>
        value < Alphanumeric.Length ? Alphanumeric[value] : throw new QrCodeException("Not an alphanumeric character.");

    private string ReadBytes(int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
            bytes[i] = (byte)Take(8);
        try
        {
            return _strictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private int Take(int bits)
    {
        if (bits > Left)
            throw new QrCodeException("The data end too early.");
        var value = 0;
        for (; bits > 0; bits--, _position++)
            value = (value << 1) | (_data[_position / 8] >> (7 - (_position % 8)) & 1);
        return value;
    }
}
