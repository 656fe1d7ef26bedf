using System.Text;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.UnitTests.Accounts;

public class OneTimeCodeTests
{
    private static readonly byte[] _secret = Encoding.ASCII.GetBytes("12345678901234567890");
    private static readonly DateTimeOffset _now = DateTimeOffset.FromUnixTimeSeconds(1_111_111_111);

    /// <summary>The six last digits of the table of RFC 6238, appendix B, for SHA-1.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, OneTimeCode.At(_secret, OneTimeCode.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_clock_may_be_one_step_off(int steps, bool matches)
    {
        var step = OneTimeCode.StepOf(_now) + steps;

        Assert.Equal(matches ? step : null, OneTimeCode.Match(_secret, OneTimeCode.At(_secret, step), 0, _now));
    }

    [Fact]
    public void A_code_does_not_work_again_nor_an_older_one()
    {
        var used = OneTimeCode.StepOf(_now);

        Assert.Null(OneTimeCode.Match(_secret, OneTimeCode.At(_secret, used), used, _now));
        Assert.Null(OneTimeCode.Match(_secret, OneTimeCode.At(_secret, used - 1), used, _now));
        Assert.Equal(used + 1, OneTimeCode.Match(_secret, OneTimeCode.At(_secret, used + 1), used, _now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("50471")]
    [InlineData("０５０４７１")]
    [InlineData("050471 ")]
    public void Anything_else_matches_nothing(string typed) => Assert.Null(OneTimeCode.Match(_secret, typed, 0, _now));

    [Fact]
    public void The_manual_key_and_the_address_are_what_apps_read()
    {
        Assert.Equal("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", OneTimeCode.ManualKey(_secret)); // RFC 4648 of the same bytes
        Assert.Equal(
            "otpauth://totp/%E7%9F%A5%E6%A0%AA%E4%BE%A0:wang%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E7%9F%A5%E6%A0%AA%E4%BE%A0&digits=6",
            OneTimeCode.Address(_secret, "知株侠", "wang@example.com"));
    }
}
