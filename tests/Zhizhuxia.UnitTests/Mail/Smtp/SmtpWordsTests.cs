using System.Text;
using Zhizhuxia.Mail;
using Zhizhuxia.Mail.Smtp;

namespace Zhizhuxia.UnitTests.Mail.Smtp;

public class SmtpWordsTests
{
    [Theory]
    [InlineData("", ".\r\n")]
    [InlineData("a\r\n", "a\r\n.\r\n")]
    [InlineData("a", "a\r\n.\r\n")]
    [InlineData(".\r\n", "..\r\n.\r\n")]
    [InlineData("a\r\n.\r\nb\r\n", "a\r\n..\r\nb\r\n.\r\n")]
    [InlineData("..\r\n.a", "...\r\n..a\r\n.\r\n")]
    [InlineData("a\n.\nb\r\n", "a\n.\nb\r\n.\r\n")]
    [InlineData("a.\r\n\r\n\r\n", "a.\r\n\r\n\r\n.\r\n")]
    public void A_line_that_begins_with_a_dot_gets_another(string message, string sent) =>
        Assert.Equal(sent, Encoding.UTF8.GetString(DotStuffing.Of(Encoding.UTF8.GetBytes(message)).Span));

    [Fact]
    public void What_a_server_says_is_kept_in_one_line_without_addresses()
    {
        var reply = new SmtpReply(550, ["5.1.1 <li@example.org>: no such user", "see\u2028https://x.example/\r\nli@example.org", new string('x', 400)]);

        Assert.StartsWith("550 5.1.1 <…>: no such user see https://x.example/ … xxx", reply.Words, StringComparison.Ordinal);
        Assert.Equal(300, reply.Words.Length);
        Assert.Equal("1.1", reply.Subject);
    }

    [Theory]
    [InlineData("2.1.5 ok", "1.5")]
    [InlineData("5.7.1", "7.1")]
    [InlineData("no such user 5.1.1", "")]
    [InlineData("5.1.1.2 odd", "")]
    [InlineData("", "")]
    public void An_enhanced_status_stands_at_the_beginning(string line, string subject) =>
        Assert.Equal(subject, new SmtpReply(250, [line]).Subject);

    [Fact]
    public void What_a_server_can_is_read_without_regard_to_case_and_old_forms()
    {
        var features = SmtpFeatures.Of(new(250, ["PIPELINING is my name", "size 1000", "auth plain", "AUTH=LOGIN", "8bitmime", ""]));

        Assert.Equal((1000L, true, true, true), (features.Largest, features.Has("8BITMIME"), features.LogsInBy("PLAIN"), features.LogsInBy("LOGIN")));
        Assert.False(features.Has("PIPELINING"));
        Assert.False(SmtpFeatures.None.LogsInBy("PLAIN"));
        Assert.All(["SIZE", "SIZE 0", "SIZE x"], word => Assert.Null(SmtpFeatures.Of(new(250, ["", word])).Largest));
    }

    [Theory]
    [InlineData(550, "5.1.1 gone", MailRefusals.NoSuchReader, true)]
    [InlineData(553, "5.1.8 bad sender", MailRefusals.SenderRefused, true)]
    [InlineData(552, "quota or size", MailRefusals.TooBig, true)]
    [InlineData(530, "5.7.0 log in first", MailRefusals.LoginRefused, false)]
    [InlineData(550, "whatever", MailRefusals.Refused, true)]
    [InlineData(421, "4.2.2 closing", MailRefusals.Later, false)]
    [InlineData(451, "5.1.1 confused", MailRefusals.Later, false)]
    public void A_refusal_is_told_by_its_class_first(int code, string words, string cause, bool isFinal)
    {
        var refusal = SmtpVerdict.Of(new(code, [words]), MailRefusals.Refused);

        Assert.Equal((cause, isFinal), (refusal.Code, refusal.IsFinal));
    }
}
