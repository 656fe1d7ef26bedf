using System.Net;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.FunctionalTests.Account;

public sealed class SecondFactorTests(NewsroomFixture newsroom) : IClassFixture<NewsroomFixture>
{
    private readonly Colleagues _colleagues = new(newsroom.Portal);

    [Theory]
    [InlineData(Role.Editor3)]
    [InlineData(Role.Finance)]
    [InlineData(Role.Administrator)]
    public async Task Who_needs_a_second_factor_is_led_to_it_before_anything_else(Role role)
    {
        using var browser = await _colleagues.SignInAsync(await _colleagues.AddAsync(role));

        var asked = await browser.GetAsync("/desk/settings/columns");
        var health = await browser.GetAsync("/healthz/deep");

        Assert.StartsWith("/account/second-factor", asked.Location, StringComparison.Ordinal);
        Assert.StartsWith("/account/second-factor", health.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_binds_an_app_and_may_work()
    {
        using var browser = await _colleagues.SignInAsync(await _colleagues.AddAsync(Role.Administrator));

        var bound = await Colleagues.EnrolAsync(browser);

        Assert.Equal(10, bound.RecoveryCodes.Distinct().Count());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/desk/settings/columns")).Status);
    }

    [Fact]
    public async Task A_code_works_once_and_the_password_alone_opens_nothing()
    {
        var zhou = await _colleagues.AddAsync(Role.Administrator);
        using var office = await _colleagues.SignInAsync(zhou);
        var bound = await Colleagues.EnrolAsync(office);
        using var thief = await _colleagues.SignInAsync(zhou);

        var withPassword = await thief.GetAsync("/account");
        var replayed = await thief.PostAsync("/account/code", new() { ["Code"] = bound.Used });
        var later = Colleagues.Code(bound.Secret, 1); // once: the step may end meanwhile
        var next = await thief.PostAsync("/account/code", new() { ["Code"] = later });
        using var again = await _colleagues.SignInAsync(zhou);
        var nextAgain = await again.PostAsync("/account/code", new() { ["Code"] = later });

        Assert.StartsWith("/account/login", withPassword.Location, StringComparison.Ordinal);
        Assert.StartsWith("验证码不对", replayed.Refusal, StringComparison.Ordinal);
        Assert.Equal("/desk/editors", next.Location);
        Assert.StartsWith("验证码不对", nextAgain.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recovery_code_works_once()
    {
        var zhou = await _colleagues.AddAsync(Role.Administrator);
        using var office = await _colleagues.SignInAsync(zhou);
        var bound = await Colleagues.EnrolAsync(office);
        using var phone = await _colleagues.SignInAsync(zhou);

        var first = await phone.PostAsync("/account/code", new() { ["Code"] = bound.RecoveryCodes[3].ToLowerInvariant() });
        using var other = await _colleagues.SignInAsync(zhou);
        var second = await other.PostAsync("/account/code", new() { ["Code"] = bound.RecoveryCodes[3] });

        Assert.Equal("/desk/editors", first.Location);
        Assert.Contains("密码和恢复码", WebUtility.HtmlDecode((await phone.GetAsync("/account")).Html), StringComparison.Ordinal); // whoever looks sees that one was spent
        Assert.StartsWith("验证码不对", second.Refusal, StringComparison.Ordinal);
        Assert.Contains("恢复码每个只能用一次", second.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_codes_lock_out_like_wrong_passwords()
    {
        var zhou = await _colleagues.AddAsync(Role.Administrator);
        using var office = await _colleagues.SignInAsync(zhou);
        var bound = await Colleagues.EnrolAsync(office);
        using var thief = await _colleagues.SignInAsync(zhou);
        for (var attempt = 0; attempt < 6; attempt++)
            await thief.PostAsync("/account/code", new() { ["Code"] = "000000" });

        var right = await thief.PostAsync("/account/code", new() { ["Code"] = Colleagues.Code(bound.Secret, 1) });

        Assert.StartsWith("验证码不对", right.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_database_holds_neither_secret_nor_recovery_codes()
    {
        using var office = await _colleagues.SignInAsync(await _colleagues.AddAsync(Role.Editor1));
        var bound = await Colleagues.EnrolAsync(office);

        var files = await TestDatabase.ContentOfAsync(newsroom.Portal.DataFolder, TestContext.Current.CancellationToken);

        Assert.NotEmpty(files);
        Assert.All(files, bytes =>
        {
            Assert.Equal(-1, bytes.AsSpan().IndexOf(bound.Secret));
            Assert.Equal(-1, bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(bound.RecoveryCodes[0].Replace("-", "", StringComparison.Ordinal))));
        });
    }
}
