using System.Net;
using System.Text.Json;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.FunctionalTests.Account;

/// <summary>What the server makes of passkeys without a browser that has one. With one: PasskeyTests in a real Chromium.</summary>
public sealed class PasskeyAnswersTests(NewsroomFixture newsroom) : IClassFixture<NewsroomFixture>
{
    private readonly Colleagues _colleagues = new(newsroom.Portal);

    [Fact]
    public async Task Signing_in_asks_for_any_key_of_this_house_verified_by_its_person()
    {
        using var browser = new FormClient(newsroom.Portal);

        using var asked = JsonDocument.Parse((await browser.GetAsync("/account/login?handler=Passkey")).Html);

        Assert.Equal(("required", newsroom.Portal.Address.Host), (asked.RootElement.GetProperty("userVerification").GetString(), asked.RootElement.GetProperty("rpId").GetString()));
        Assert.Equal(0, asked.RootElement.TryGetProperty("allowCredentials", out var keys) ? keys.GetArrayLength() : 0);
    }

    [Fact]
    public async Task Making_one_wants_a_key_that_is_found_without_a_name()
    {
        using var browser = await _colleagues.SignInAsync(await _colleagues.AddAsync(Role.Editor1));

        using var asked = JsonDocument.Parse((await browser.GetAsync("/account/passkeys?handler=Add")).Html);

        var selection = asked.RootElement.GetProperty("authenticatorSelection");
        Assert.Equal(("required", "required"), (selection.GetProperty("residentKey").GetString(), selection.GetProperty("userVerification").GetString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"AAAA","authenticatorData":"AAAA","signature":"AAAA","userHandle":"AAAA"}}""")]
    public async Task What_is_no_key_of_ours_is_refused_in_words(string credential)
    {
        using var browser = new FormClient(newsroom.Portal);
        var unasked = await browser.PostAsync("/account/login?handler=Passkey", new() { ["Credential"] = credential }, "/account/login");
        await browser.GetAsync("/account/login?handler=Passkey");
        var asked = await browser.PostAsync("/account/login?handler=Passkey", new() { ["Credential"] = credential }, "/account/login");

        Assert.All([unasked, asked], answer => Assert.StartsWith("这个通行密钥在这里用不了", answer.Refusal, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"AAAA","attestationObject":"AAAA"}}""")]
    public async Task What_is_no_new_key_is_not_kept(string credential)
    {
        using var browser = await _colleagues.SignInAsync(await _colleagues.AddAsync(Role.Editor1));
        await browser.GetAsync("/account/passkeys?handler=Add");

        var answer = await browser.PostAsync("/account/passkeys?handler=Add", new() { ["Credential"] = credential }, "/account/passkeys");

        Assert.StartsWith("没有加成", answer.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passkeys_are_changed_only_by_who_has_just_confirmed()
    {
        await using var portal = await PortalProcess.StartAsync(
            new Dictionary<string, string> { ["Accounts:StepUp"] = "00:00:01", ["Jobs:Run"] = "None" }, TestContext.Current.CancellationToken);
        var colleagues = new Colleagues(portal);
        using var browser = await colleagues.SignInAsync(await colleagues.AddAsync(Role.Editor1));
        Answer late;
        do
            late = await browser.GetAsync("/account/passkeys?handler=Add");
        while (late.Status is HttpStatusCode.OK); // at most a second

        Assert.StartsWith("/account/confirm", late.Location, StringComparison.Ordinal);
    }
}
