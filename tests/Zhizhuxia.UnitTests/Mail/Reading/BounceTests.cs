using static Zhizhuxia.UnitTests.Mail.Reading.Letterbox;

namespace Zhizhuxia.UnitTests.Mail.Reading;

/// <summary>Why a letter came back: from the report where there is one, from the words where there is none.</summary>
public sealed class BounceTests
{
    [Fact]
    public async Task A_delivery_report_says_status_and_diagnostic()
    {
        var returned = (await ReadAsync("""
            From: MAILER-DAEMON@mx.example
            Return-Path: <>
            Subject: Undelivered Mail
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b
            Content-Type: text/plain

            Sorry.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example

            Final-Recipient: rfc822; lin@reader.example
            Action: failed
            Status: 5.2.2
            Diagnostic-Code: smtp; 552 5.2.2 <lin@reader.example>
             mailbox over quota

            --b--

            """)).Returned!;

        Assert.Equal((true, "5.2.2", "552 5.2.2 <lin@reader.example> mailbox over quota"), (returned.IsFinal, returned.Status, returned.Diagnostic));
    }

    [Theory]
    [InlineData("您的邮件被退回：收件人邮箱地址不存在，请核对。", "5.1.1", null)]
    [InlineData("host mx.qq.com said: 550 Mailbox not found. http://service.mail.qq.com (in reply to RCPT TO)", "5.1.1", "550 Mailbox not found. http://service.mail.qq.com (in reply to RCPT TO)")]
    [InlineData("对方邮箱空间不足，暂时无法接收。", "5.2.2", null)]
    [InlineData("邮件被对方拒收，可能被判为垃圾邮件。", "5.7.1", null)]
    [InlineData("remote server: 554 5.7.1 we do not like you", "5.7.1", "554 5.7.1 we do not like you")]
    [InlineData("很抱歉。", null, null)]
    public async Task Words_alone_say_it_too(string words, string? status, string? diagnostic)
    {
        var returned = (await ReadAsync($"From: postmaster@mx.example\r\nReturn-Path: <>\r\nSubject: {Utf8("退信")}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{Utf8(words)}\r\n")).Returned!;

        Assert.Equal((status, diagnostic), (returned.Status, returned.Diagnostic));
    }

    [Fact]
    public async Task A_number_that_says_nothing_in_particular_gives_way_to_the_words()
    {
        var returned = (await ReadAsync(
            "From: MAILER-DAEMON@mx.example\r\nReturn-Path: <>\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
            + "Action: failed\r\nStatus: 5.0.0\r\nDiagnostic-Code: X-Postfix; unknown user: \"lin\"\r\n--b--\r\n")).Returned!;

        Assert.Equal("5.1.1", returned.Status);
    }

    [Fact]
    public async Task A_sender_with_an_address_beyond_ASCII_is_read() =>
        Assert.Equal("读者@host.example", (await ReadAsync($"From: {Utf8("李 <读者@host.example>")}\r\nSubject: x\r\n\r\nhello\r\n")).From!.Address);
}
