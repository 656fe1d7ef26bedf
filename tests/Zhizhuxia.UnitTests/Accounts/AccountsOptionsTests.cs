using Zhizhuxia.Accounts;

namespace Zhizhuxia.UnitTests.Accounts;

public class AccountsOptionsTests
{
    [Theory]
    [InlineData(Role.Editor1, false, 15)]
    [InlineData(Role.Publisher, false, 15)]
    [InlineData(Role.Editor3, true, 12)]
    [InlineData(Role.Finance, true, 12)]
    [InlineData(Role.Administrator, true, 12)]
    public void Only_some_roles_must_have_a_second_factor_and_may_have_a_shorter_password(Role role, bool must, int shortest)
    {
        var editor = new Editor { Roles = [role] };

        Assert.Equal((must, shortest), (new AccountsOptions().MustEnrol(editor), new AccountsOptions().ShortestPassword(editor)));
    }

    [Fact]
    public void Where_nobody_must_the_password_is_longer()
    {
        var options = new AccountsOptions { SecondFactor = SecondFactorRule.Optional };

        Assert.Equal((false, 15), (options.MustEnrol(new() { Roles = [Role.Editor3] }), options.ShortestPassword(new() { Roles = [Role.Editor3] })));
        Assert.Equal(12, options.ShortestPassword(new() { Roles = [Role.Editor3], TwoFactorEnabled = true }));
    }

    [Fact]
    public void A_passkey_is_a_second_factor()
    {
        var chief = new Editor { Roles = [Role.Editor3], HasPasskey = true };

        Assert.Equal((true, false, false), (chief.HasSecondFactor, new AccountsOptions().MustEnrol(chief), new AccountsOptions().Closes(Role.Editor3, chief)));
        Assert.True(new AccountsOptions().Closes(Role.Editor3, new() { Roles = [Role.Editor1] }));
    }
}
