using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using Zhizhuxia.Mail;
using Zhizhuxia.Mail.Reading;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Mail.Reading;

/// <summary>
/// Damaged mails: 1000 in a run of all tests; <c>MAIL_MUTATIONS=10000 MAIL_SEED=1</c> and <c>-class</c> of this one are the long
/// drill, and a seed and number make one mail again.
/// </summary>
[NoDatabase]
public sealed class MutatedMailTests
{
    /// <summary>A mail that takes longer hangs; the usual one takes about a millisecond.</summary>
    private static readonly TimeSpan _hang = TimeSpan.FromSeconds(30);

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private readonly ReadMessage _read = new(Options.Create(new MailOptions()));

    [Fact]
    public async Task Every_damaged_mail_is_read_or_set_aside()
    {
        var seed = Setting("MAIL_SEED", Environment.TickCount);
        var count = Setting("MAIL_MUTATIONS", 1000);
        Say($"MAIL_SEED={seed} MAIL_MUTATIONS={count}");
        var mails = new MutatedMails(seed, [.. Whole(), .. MailCorpus.Rows.Select(row => File.ReadAllBytes(row.Path))]);
        var kinds = new ConcurrentDictionary<string, int>();
        var failures = new ConcurrentBag<string>();
        var longest = (Time: TimeSpan.Zero, Number: 0);

        for (var number = 0; number < count; number++)
        {
            var watch = Stopwatch.StartNew();
            var mail = mails.Make(number);
            var (kind, failure) = await Task.Run(() => LookAsync(mail), Ct).WaitAsync(_hang, Ct);
            kinds.AddOrUpdate(kind, 1, (_, times) => times + 1);
            if (failure is not null)
                failures.Add($"seed {seed} number {number}: {failure}");
            if (watch.Elapsed > longest.Time)
                longest = (watch.Elapsed, number);
        }

        Say($"longest: {longest.Time.TotalMilliseconds:0} ms, number {longest.Number}; {string.Join(", ", kinds.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {pair.Value}"))}");
        Assert.Empty(failures);
        Assert.True(kinds.Count > 3, "the damage is of one kind only");
    }

    private async Task<(string Kind, string? Failure)> LookAsync(byte[] bytes)
    {
        try
        {
            var mail = await _read.RunAsync(new MemoryStream(bytes), (_, _, _, _) => Task.CompletedTask, Ct);
            var kind = mail.SetAside ?? mail.Kind.ToString();
            if (mail.Kind is MailKind.SetAside != mail.SetAside is not null)
                return (kind, "set aside without a reason");
            if (mail.Parts.Any(part => part.Name.Length is 0 or > 200 || part.Name.AsSpan().IndexOfAny('/', '\\', '\n') >= 0 || part.Sha256.Length != 64))
                return (kind, "a name that is none");
            return (kind, mail.Text.Contains('\0', StringComparison.Ordinal) || mail.Subject?.Contains('\n', StringComparison.Ordinal) is true ? "words that cannot be shown" : null);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return (error.GetType().Name, error.ToString());
        }
    }

    /// <summary>A mail with one of everything, and one of each other kind: the damage alone would not make them all.</summary>
    private static IEnumerable<byte[]> Whole()
    {
        var film = Convert.ToBase64String([0, 0, 0, 20, .. "ftypqt  "u8, .. new byte[3000]], Base64FormattingOptions.InsertLineBreaks);
        yield return Encoding.UTF8.GetBytes($"""
            From: =?gb18030?B?wdbPyMn6?= <lin@b.example>
            Subject: =?utf-8?B?5oqV56i/?= =?gb2312?Q?=CD=B6=B8=E5?= 原样
            Date: Sun, 01 Mar 2026 08:15:00 +0800
            Content-Type: multipart/mixed; boundary="x"

            --x
            Content-Type: multipart/alternative; boundary=y

            --y
            Content-Type: text/plain; charset=utf-8; format=flowed

            看https://v.douyin.com/L4FJNR3/ 复制
            begin 644 a.txt
            #86)C
            `
            end
            --y
            Content-Type: text/html; charset=gb2312
            Content-Transfer-Encoding: quoted-printable

            <div id=3D"QQMailBigAttach"><a href=3D"https://wx.mail.qq.com/ftn/download?k=3D1">a.mp4</a> (3M, 2026=C4=EA)</div>
            --y--
            --x
            Content-Type: video/mp4; name*0*=gbk''%CD; name*1*=%B6.mp4
            Content-Transfer-Encoding: base64

            {film}
            --x
            Content-Type: message/rfc822

            Subject: inner
            Content-Type: multipart/report; report-type=delivery-status; boundary=z

            --z
            Content-Type: message/delivery-status

            Action: failed
            --z--
            --x--
            """.ReplaceLineEndings("\r\n"));
        foreach (var header in (string[])["In-Reply-To: <1@b.example>", "Auto-Submitted: auto-replied", "List-Id: <news.b.example>"])
            yield return Encoding.UTF8.GetBytes($"From: =?gb18030?B?wdbPyMn6?= <lin@b.example>\r\nSubject: =?utf-8?B?5oqV56i/?=\r\n{header}\r\nContent-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\n{film[..400]}\r\n");
    }

    private static void Say(string line) => TestContext.Current.TestOutputHelper!.WriteLine(line);

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
