using Zhizhuxia.Data;

namespace Zhizhuxia.UnitTests.Data;

public sealed class PostgresLoginTests
{
    [Theory]
    [InlineData("SSL Mode=VerifyFull", "verify-full", "/etc/ssl/certs/ca-certificates.crt")]
    [InlineData("SSL Mode=VerifyCA;Root Certificate=/etc/zhizhuxia/ca.pem", "verify-ca", "/etc/zhizhuxia/ca.pem")]
    [InlineData("SSL Mode=Require", "require", null)]
    [InlineData("", "prefer", null)]
    public void Programs_of_the_server_trust_whom_the_program_trusts(string tls, string mode, string? authorities)
    {
        var login = PostgresLogin.Environment($"Host=db.example;Username=zhizhuxia;Password=p;Database=zhizhuxia;{tls}");

        Assert.Equal((mode, authorities), (login["PGSSLMODE"], login.GetValueOrDefault("PGSSLROOTCERT")));
    }
}
