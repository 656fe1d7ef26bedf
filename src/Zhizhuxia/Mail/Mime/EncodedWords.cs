namespace Zhizhuxia.Mail.Mime;

/// <summary>Non-ASCII words in a header: RFC 2047, UTF-8 in base64.</summary>
internal static class EncodedWords
{
    private const string Before = "=?utf-8?B?";
    private const string After = "?=";

    /// <summary>RFC 2047 §2: one word has at most 75 characters.</summary>
    private const int LongestWord = 75;

    /// <summary>
    /// Words that read as <paramref name="text"/> when the white space between them is dropped. Each ends with a whole
    /// character (§5), because each is decoded for itself.
    /// </summary>
    /// <param name="text">Without control characters.</param>
    /// <param name="room">Characters left on the line of the first word.</param>
    public static IEnumerable<string> Encode(string text, int room)
    {
        var bytes = new List<byte>();
        var most = BytesIn(Math.Min(room, LongestWord));
        Span<byte> buffer = stackalloc byte[4];
        var words = new List<string>();
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(buffer);
            if (bytes.Count + length > most && bytes.Count > 0)
            {
                words.Add(Word(bytes));
                bytes.Clear();
                most = BytesIn(LongestWord);
            }

            bytes.AddRange(buffer[..length]);
        }

        words.Add(Word(bytes));
        return words;
    }

    private static int BytesIn(int characters) => (characters - Before.Length - After.Length) / 4 * 3;

    private static string Word(List<byte> bytes) => Before + Convert.ToBase64String([.. bytes]) + After;
}
