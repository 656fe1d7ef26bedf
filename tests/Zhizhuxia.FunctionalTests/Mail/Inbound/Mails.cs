using System.Globalization;
using System.Text;

namespace Zhizhuxia.FunctionalTests.Mail.Inbound;

/// <summary>Mails as readers' programs write them.</summary>
internal static class Mails
{
    public const string Lin = "lin@reader.example";

    /// <summary>With a Message-ID of its own, and a Date an hour ago.</summary>
    /// <param name="headers">Further header lines.</param>
    public static string Plain(string subject, string text, string from = Lin, IEnumerable<string>? headers = null) =>
        Head(subject, from, headers) + $"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{Base64(Encoding.UTF8.GetBytes(text))}\r\n";

    /// <summary>As QQ sends a phone's video: without a type that says so.</summary>
    public static string WithFilm(string subject, string text, byte[] film, string from = Lin, IEnumerable<string>? headers = null) => Head(subject, from, headers) + $"""
        Content-Type: multipart/mixed; boundary="----=_b"

        ------=_b
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: base64

        {Base64(Encoding.UTF8.GetBytes(text))}
        ------=_b
        Content-Type: application/octet-stream; charset="utf-8"; name="=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes("龙舟.mp4"))}?="
        Content-Disposition: attachment
        Content-Transfer-Encoding: base64

        {Base64(film)}
        ------=_b--

        """.ReplaceLineEndings("\r\n");

    /// <summary>Looks like an MP4 by its first bytes; nothing can play it.</summary>
    public static byte[] Film(int length, int seed)
    {
        var film = new byte[length];
        new Random(seed).NextBytes(film);
        "\0\0\0\u0018ftypisom\0\0\u0002\0isomiso2"u8.CopyTo(film);
        return film;
    }

    private static string Head(string subject, string from, IEnumerable<string>? headers)
    {
        var given = headers?.ToList() ?? [];
        if (!given.Exists(line => line.StartsWith("Date:", StringComparison.Ordinal)))
            given.Add($"Date: {TimeProvider.System.GetUtcNow().AddHours(-1).ToString("R", CultureInfo.InvariantCulture)}");
        if (!given.Exists(line => line.StartsWith("Message-ID:", StringComparison.Ordinal)))
            given.Add($"Message-ID: <{Guid.NewGuid():N}@reader.example>");
        return $"From: =?utf-8?B?{Convert.ToBase64String("林先生"u8)}?= <{from}>\r\nTo: zhizhuxia@newsroom.invalid\r\n"
            + $"Subject: =?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(subject))}?=\r\n{string.Join("\r\n", given)}\r\nMIME-Version: 1.0\r\n";
    }

    private static string Base64(byte[] bytes) => Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks);
}
