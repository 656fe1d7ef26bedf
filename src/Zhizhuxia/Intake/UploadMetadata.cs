using System.Text;

namespace Zhizhuxia.Intake;

/// <summary>
/// The Upload-Metadata header (tus 1.0, Creation): "one or more comma-separated key-value pairs. The key and value MUST be separated by a space.
/// The key MUST NOT contain spaces and commas and MUST NOT be empty. The key SHOULD be ASCII encoded and the value MUST be Base64 encoded.
/// All keys MUST be unique. The value MAY be empty."
/// </summary>
public static class UploadMetadata
{
    /// <summary>Characters of the whole header.</summary>
    public const int Longest = 4096;

    private static readonly UTF8Encoding Lenient = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    /// <summary>Keys with their values as text; bytes that are no UTF-8 become replacement characters. Null if the header breaks a rule.</summary>
    public static IReadOnlyDictionary<string, string>? Parse(string? header)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        if (string.IsNullOrEmpty(header))
            return pairs;
        if (header.Length > Longest)
            return null;
        foreach (var pair in header.Split(','))
        {
            if (Pair(pair.Trim(' ')) is not { } read || !pairs.TryAdd(read.Key, read.Value))
                return null;
        }
        return pairs;
    }

    private static KeyValuePair<string, string>? Pair(string pair)
    {
        var space = pair.IndexOf(' ', StringComparison.Ordinal);
        var key = space < 0 ? pair : pair[..space];
        var value = space < 0 ? "" : pair[(space + 1)..];
        var bytes = new byte[value.Length];
        return key.Length > 0 && key.All(char.IsAscii) && Convert.TryFromBase64String(value, bytes, out var count)
            ? new(key, Lenient.GetString(bytes, 0, count))
            : null;
    }
}
