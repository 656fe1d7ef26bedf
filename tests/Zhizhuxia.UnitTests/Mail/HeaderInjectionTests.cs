using System.Text;
using Microsoft.Extensions.Options;
using Zhizhuxia.Mail;
using Zhizhuxia.Mail.Mime;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.UnitTests.Mail;

/// <summary>Whatever a reader calls themselves, their piece or their file: the mail has the fields we meant, each on lines that any server takes.</summary>
public class HeaderInjectionTests
{
    private static readonly string[] _fields =
        ["Date", "From", "To", "Subject", "Message-ID", "Auto-Submitted", "X-Auto-Response-Suppress", "Content-Language", "MIME-Version", "Content-Type"];

    public static TheoryData<LetterKind, string> Attempts { get; } = new MatrixTheoryData<LetterKind, string>(
        LetterKinds.ToReaders,
        [
            "甲\r\nBcc: all@evil.example\r\n\r\n正文", "甲\nBcc: all@evil.example", "甲\r\rX: y", "甲\u2028Bcc: x\u2029\u0085\v\f\0\u001b[2J", "\u202e4pm.反\u2066",
            "=?utf-8?B?DQpCY2M6IGFsbEBldmlsLmV4YW1wbGU=?=", "a?=\r\n =?utf-8?Q?=0D=0ABcc:_all@evil.example?=", new string('株', 500), new string('x', 500),
            string.Concat(Enumerable.Repeat("株洲 zhuzhou ", 50)), "--=_zhizhuxia--\r\n.\r\nQUIT\r\n", "\ud83d半个",
        ]);

    [Theory]
    [MemberData(nameof(Attempts))]
    public void A_readers_words_add_no_field_and_no_line(LetterKind kind, string words)
    {
        var letter = new MailTexts(Options.Create(new MailOptions()), Options.Create(new MailTextsOptions())).Compose(kind, new LetterFacts
        {
            Number = "ZX261122-0031", Title = words, ReaderName = words, FileName = words, CreditLine = words, DeclineReason = words, Refusal = words,
        });

        var bytes = MimeWriter.Write(new()
        {
            MessageId = "<zzx.0123456789abcdef.0123@newspaper.example>", FromName = "知株侠", From = MailAddress.Parse("zzx@newspaper.example"),
            To = MailAddress.Parse("reader@host.example"), Subject = letter.Subject, Text = letter.Body, Date = new(2026, 11, 22, 20, 5, 9, TimeSpan.Zero),
        });

        var mail = StrictMail.Read(bytes);
        Assert.Equal(_fields, mail.Fields.Select(field => field.Name));
        Assert.All(Encoding.ASCII.GetString(bytes).Split("\r\n"), line => Assert.True(line.Length <= 78, line));
        Assert.StartsWith("【知株侠 ZX261122-0031】", mail["Subject"], StringComparison.Ordinal);
        Assert.InRange(mail["Subject"].Length, 10, 2 * MimeWriter.LongestSubject);
        Assert.Equal(2, mail.Parts().Count);
    }
}
