using System.Text;

namespace Zhizhuxia.FunctionalTests.Mail.Reading;

/// <summary>Damages mails as broken servers, bad lines and malice do. The same seed and number give the same mail.</summary>
public sealed class MutatedMails(int seed, IReadOnlyList<byte[]> mails)
{
    private static readonly byte[][] _words = [.. new[]
    {
        "\r\n", "\n", "\r", "\0", "--", "--x", "--x--", "=", "=?", "?=", "=?utf-8?B?", "=?gb18030?Q?=", "\"", "\\", ";", ":", "<", ">", "(", "begin 644 a\n", "end\n", "M", "\r\n\r\n", "\r\n ", "%", "*0*=", "'",
        "Content-Type: multipart/mixed; boundary=x\r\n", "Content-Type: message/rfc822\r\n\r\n", "Content-Transfer-Encoding: base64\r\n", "Content-Transfer-Encoding: x-uuencode\r\n", "charset=utf-16", "charset=iso-2022-jp",
        "<a href=", "<!--", "<script>", "&#x110000;", "&", "https://", "(1M, 2026年2月30日 25:61 到期)", "从QQ邮箱发来的超大附件",
    }.Select(Encoding.UTF8.GetBytes), [0x78, 0x9F, 0x3E, 0x22], [0xFF, 0xFE], [0x81, 0x30, 0x81]];

    /// <summary>One damaged mail.</summary>
    public byte[] Make(int number)
    {
        var random = new Random(unchecked((seed * 16777619) ^ (number * 92821)));
        var bytes = mails[random.Next(mails.Count)].ToArray();
        for (var times = random.Next(1, 6); times > 0 && bytes.Length > 16; times--)
            bytes = Damage(random, bytes);
        return bytes;
    }

    private byte[] Damage(Random random, byte[] bytes) => random.Next(8) switch
    {
        0 => Flip(random, bytes, bytes.Length),
        1 => Flip(random, bytes, Math.Min(bytes.Length, 2000)),
        2 => bytes[..random.Next(1, bytes.Length)],
        3 => Insert(bytes, random.Next(bytes.Length), _words[random.Next(_words.Length)], random.Next(1, 4)),
        4 => Insert(bytes, random.Next(Math.Min(bytes.Length, 3000)), _words[random.Next(_words.Length)], random.Next(100) == 0 ? 20_000 : random.Next(1, 30)),
        5 => [.. bytes[..random.Next(1, bytes.Length)], .. mails[random.Next(mails.Count)]],
        6 => LineEnds(random, bytes),
        _ => Move(random, bytes),
    };

    private static byte[] Flip(Random random, byte[] bytes, int below)
    {
        for (var flips = random.Next(1, 60); flips > 0; flips--)
            bytes[random.Next(below)] = (byte)random.Next(256);
        return bytes;
    }

    private static byte[] Insert(byte[] bytes, int at, byte[] word, int times) => [.. bytes[..at], .. Enumerable.Repeat(word, times).SelectMany(b => b), .. bytes[at..]];

    private static byte[] LineEnds(Random random, byte[] bytes)
    {
        var without = (byte)(random.Next(2) == 0 ? '\r' : '\n');
        return [.. bytes.Where(b => b != without || random.Next(4) == 0)];
    }

    private static byte[] Move(Random random, byte[] bytes)
    {
        var from = random.Next(bytes.Length);
        var chunk = bytes[from..Math.Min(bytes.Length, from + random.Next(1, Math.Max(2, bytes.Length / 4)))];
        var to = random.Next(bytes.Length);
        return random.Next(2) == 0 ? [.. bytes[..to], .. chunk, .. bytes[to..]] : [.. bytes[..from], .. bytes[Math.Min(bytes.Length, from + chunk.Length)..]];
    }
}
