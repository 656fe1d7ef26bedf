using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Mail.Reading.Letterbox;

namespace Zhizhuxia.UnitTests.Mail.Reading;

public sealed class KindTests
{
    [Theory]
    [InlineData("Subject: clip", MailKind.New)]
    [InlineData("Subject: Fwd: clip\r\nIn-Reply-To: <a@b.example>", MailKind.New)]
    [InlineData("Subject: =?utf-8?B?6L2s5Y+R77ya?= clip\r\nReferences: <a@b.example>", MailKind.New)]
    [InlineData("Subject: clip\r\nIn-Reply-To: <a@b.example>", MailKind.Reply)]
    [InlineData("Subject: Re: clip", MailKind.Reply)]
    [InlineData("Subject: =?utf-8?B?5Zue5aSN77ya?= clip", MailKind.Reply)]
    [InlineData("Subject: Re[2]: clip", MailKind.Reply)]
    [InlineData("Subject: Recent clip", MailKind.New)]
    [InlineData("Auto-Submitted: auto-replied", MailKind.AutoReply)]
    [InlineData("Auto-Submitted: no", MailKind.New)]
    [InlineData("Subject: =?utf-8?B?6Ieq5Yqo5Zue5aSNOg==?= x", MailKind.AutoReply)]
    [InlineData("Subject: =?utf-8?B?6Ieq5YuV5Zue6KaG?=", MailKind.AutoReply)]
    [InlineData("Subject: Automatic reply: x", MailKind.AutoReply)]
    [InlineData("Content-Type: multipart/report; report-type=disposition-notification; boundary=x", MailKind.AutoReply)]
    [InlineData("Content-Type: multipart/report; report-type=delivery-status; boundary=x", MailKind.Bounce)]
    [InlineData("X-Failed-Recipients: a@b.example", MailKind.Bounce)]
    [InlineData("List-Id: <a.b.example>", MailKind.List)]
    [InlineData("Precedence: bulk", MailKind.List)]
    [InlineData("Message-ID: <zzx.0123456789abcdef0123456789abcdef.0123456789abcdef0123@paper.example>", MailKind.Own)]
    public async Task Kinds_are_told_apart(string header, MailKind kind) =>
        Assert.Equal(kind, (await ReadAsync($"From: a@b.example\r\n{header}\r\n\r\nx")).Kind);

    [Theory]
    [InlineData("PostMaster@qq.com", "=?utf-8?B?57O757uf6YCA5L+h?=", MailKind.Bounce)]
    [InlineData("MAILER-DAEMON@x.example", "Undelivered Mail Returned to Sender", MailKind.Bounce)]
    [InlineData("reader@x.example", "=?utf-8?B?6YCA5L+h?=", MailKind.New)] // a reader may write about 退信
    [InlineData("Zhizhuxia@Paper.example", "clip", MailKind.Own)]
    public async Task The_sender_counts(string from, string subject, MailKind kind) =>
        Assert.Equal(kind, (await ReadAsync($"From: {from}\r\nSubject: {subject}\r\n\r\nx")).Kind);

    [Theory]
    [InlineData("From: a@b.example\r\nPrecedence: junk", "no-receipt:precedence")]
    [InlineData("From: a@b.example\r\nList-Unsubscribe: <x>", "no-receipt:list")]
    [InlineData("From: a@b.example\r\nX-Auto-Response-Suppress: All", "no-receipt:suppressed")]
    [InlineData("From: a@b.example\r\nX-Loop: a@b.example", "no-receipt:loop")]
    [InlineData("From: a@b.example\r\nReturn-Path: <>", "no-receipt:machine")]
    [InlineData("From: no-reply@b.example", "no-receipt:machine")]
    [InlineData("From: a@b.example\r\nAuto-Submitted: auto-generated (because)", "no-receipt:auto-submitted")]
    [InlineData("To: a@b.example", "no-receipt:no-sender")]
    [InlineData("From: nobody", "no-receipt:no-sender")]
    public async Task Some_mails_get_no_receipt(string header, string warning) =>
        Assert.Contains(warning, (await ReadAsync($"{header}\r\n\r\nx")).Warnings);

    [Fact]
    public async Task An_ordinary_mail_gets_one() => Assert.Empty((await ReadAsync("From: a@b.example\r\nAuto-Submitted: no\r\n\r\nx")).Warnings);

    [Fact]
    public async Task A_forwarded_bounce_is_no_bounce()
    {
        const string report = "Content-Type: message/delivery-status\r\n\r\nAction: failed\r\n";

        Assert.Equal(MailKind.Bounce, (await ReadPartsAsync(report)).Kind);
        Assert.Equal(MailKind.New, (await ReadPartsAsync($"Content-Type: message/rfc822\r\n\r\nSubject: s\r\nContent-Type: multipart/report; boundary=y\r\n\r\n--y\r\n{report}\r\n--y--")).Kind);
    }
}
