using Zhizhuxia.Mail.Mime;

namespace Zhizhuxia.UnitTests.Mail;

public class MailAddressTests
{
    [Theory]
    [InlineData("reader@host.example", "reader@host.example")]
    [InlineData("  a.b+c@Sub.Host.Example ", "a.b+c@sub.host.example")]
    [InlineData("12345678@qq.example", "12345678@qq.example")]
    [InlineData("reader@株洲.example", "reader@xn--ixvx5i.example")]
    [InlineData("株洲.读者@株洲.example", "株洲.读者@xn--ixvx5i.example")]
    public void An_address_is_taken(string text, string address) =>
        Assert.Equal(address, MailAddress.Parse(text).Address);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("reader")]
    [InlineData("@host.example")]
    [InlineData("reader@")]
    [InlineData("reader@localhost")]
    [InlineData("a@b@host.example")]
    [InlineData("a b@host.example")]
    [InlineData(".a@host.example")]
    [InlineData("a..b@host.example")]
    [InlineData("a@-host.example")]
    [InlineData("a@host..example")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("\"a b\"@host.example")]
    [InlineData("Reader <a@host.example>")]
    [InlineData("a@host.example, b@host.example")]
    [InlineData("a@host.example\r\nBcc: b@host.example")]
    [InlineData("a\r\n@host.example")]
    [InlineData("a@host.example\u2028x")]
    [InlineData("a@host\0.example")]
    [InlineData("株，洲@host.example")]
    [InlineData("株\u202E洲@host.example")]
    public void What_is_not_one_address_is_refused(string? text) =>
        Assert.False(MailAddress.TryParse(text, out _));

    [Fact]
    public void An_overlong_address_is_refused()
    {
        Assert.False(MailAddress.TryParse(new string('株', 22) + "@host.example", out _)); // 66 bytes
        Assert.False(MailAddress.TryParse(new string('a', 65) + "@host.example", out _));
        Assert.False(MailAddress.TryParse($"a@{string.Join('.', Enumerable.Repeat(new string('b', 60), 5))}", out _));
    }
}
