using System.ComponentModel.DataAnnotations;
using Zhizhuxia.Mail.Smtp;

namespace Zhizhuxia.UnitTests.Mail.Smtp;

public class SmtpOptionsTests
{
    [Fact]
    public void Nothing_set_is_no_server() => Assert.Equal((false, ""), (new SmtpOptions().IsOn, Wrong(new())));

    [Theory]
    [InlineData(SmtpSecurity.Implicit, 0, 465)]
    [InlineData(SmtpSecurity.StartTls, 0, 587)]
    [InlineData(SmtpSecurity.StartTls, 2525, 2525)]
    public void The_port_follows_the_security_unless_it_is_set(SmtpSecurity security, int port, int used) =>
        Assert.Equal(used, new SmtpOptions { SmtpSecurity = security, SmtpPort = port }.Port);

    [Fact]
    public void What_does_not_fit_together_stops_the_start_with_its_name()
    {
        Assert.Equal("SmtpHost", Wrong(new() { SmtpHost = "mail server" }));
        Assert.Equal("SmtpUser", Wrong(new() { SmtpUser = "zzx" }));
        Assert.Equal("SmtpPasswordFile", Wrong(new() { SmtpPasswordFile = "/nowhere/password" }));
        Assert.Equal("SmtpCaFile", Wrong(new() { SmtpCaFile = "/nowhere/ca.pem" }));
        Assert.Equal("SmtpTimeout", Wrong(new() { SmtpTimeout = TimeSpan.Zero }));
        Assert.Equal("SmtpPort", Wrong(new() { SmtpPort = 70_000 }));
        Assert.Equal("", Wrong(new() { SmtpHost = "smtp.newsroom.example", SmtpUser = "zzx", SmtpPassword = "x" }));
    }

    private static string Wrong(SmtpOptions options)
    {
        var found = new List<ValidationResult>();
        Validator.TryValidateObject(options, new(options), found, validateAllProperties: true);
        return string.Join(' ', found.SelectMany(result => result.MemberNames));
    }
}
