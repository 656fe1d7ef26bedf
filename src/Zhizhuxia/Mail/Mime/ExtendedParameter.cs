using System.Globalization;

namespace Zhizhuxia.Mail.Mime;

/// <summary>Reads one parameter in whichever way it was written: name*=, name*0*=, name*0=, name=.</summary>
internal static class ExtendedParameter
{
    private const int MostPieces = 200;

    /// <summary>The words, or null if it is not there. RFC 2231 goes before the plain way, as RFC 6266 has it.</summary>
    public static string? Read(IReadOnlyList<MimeField> parameters, string name, CharsetLog log)
    {
        if (Find($"{name}*") is { } whole)
            return Extended([(whole, true)], name, log);
        var pieces = Pieces();
        if (pieces.Count > 0 && pieces.Exists(piece => piece.IsEncoded))
            return Extended(pieces, name, log);
        if (pieces.Count > 0)
            return EncodedText.Decode(string.Concat(pieces.Select(piece => piece.Raw)), name, log);
        return Find(name) is { } plain ? EncodedText.Decode(plain, name, log) : null;

        string? Find(string key) => parameters.FirstOrDefault(field => field.Name == key)?.Raw;

        List<(string Raw, bool IsEncoded)> Pieces()
        {
            var found = new List<(string, bool)>();
            for (var number = 0; number < MostPieces; number++)
            {
                var key = string.Create(CultureInfo.InvariantCulture, $"{name}*{number}");
                if (Find($"{key}*") is { } encoded)
                    found.Add((encoded, true));
                else if (Find(key) is { } literal)
                    found.Add((literal, false));
                else
                    break;
            }
            return found;
        }
    }

    /// <summary>charset'language'text in the first piece; all pieces are put together before they are decoded.</summary>
    private static string Extended(List<(string Raw, bool IsEncoded)> pieces, string name, CharsetLog log)
    {
        string? charset = null;
        var first = pieces[0].Raw;
        var quotes = first.Split('\'', 3);
        if (pieces[0].IsEncoded && quotes.Length == 3)
        {
            charset = quotes[0].Length > 0 ? quotes[0] : null;
            pieces[0] = (quotes[2], true);
        }
        var bytes = new List<byte>();
        foreach (var (raw, isEncoded) in pieces)
            AddPiece(bytes, raw, isEncoded);
        return log.Read(name, bytes.ToArray(), charset);
    }

    private static void AddPiece(List<byte> bytes, string raw, bool isEncoded)
    {
        for (var at = 0; at < raw.Length; at++)
        {
            if (isEncoded && raw[at] == '%' && at + 2 < raw.Length && char.IsAsciiHexDigit(raw[at + 1]) && char.IsAsciiHexDigit(raw[at + 2]))
            {
                bytes.Add(byte.Parse(raw.AsSpan(at + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                at += 2;
            }
            else
                bytes.Add((byte)raw[at]);
        }
    }
}
