using Microsoft.Playwright;

namespace Zhizhuxia.BrowserTests.Account;

/// <summary>A device with passkeys inside the browser (DevTools' virtual authenticator): made, asked for and verified as a real one is, without a finger.</summary>
internal sealed class VirtualKey
{
    private readonly ICDPSession _tools;
    private readonly string _id;

    private VirtualKey(ICDPSession tools, string id) => (_tools, _id) = (tools, id);

    /// <summary>Plugs it into this page.</summary>
    public static async Task<VirtualKey> PlugInAsync(IPage page)
    {
        var tools = await page.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("WebAuthn.enable");
        var answer = await tools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new
            {
                protocol = "ctap2",
                transport = "internal",
                hasResidentKey = true,
                hasUserVerification = true,
                isUserVerified = true,
                automaticPresenceSimulation = true,
            },
        });
        return new(tools, answer!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>Whether the finger is the right one from now on.</summary>
    public Task RecogniseAsync(bool person) => _tools.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = _id, ["isUserVerified"] = person });

    /// <summary>Whether it answers by itself; else every question waits, as where nobody touches it.</summary>
    public Task TouchAsync(bool always) => _tools.SendAsync("WebAuthn.setAutomaticPresenceSimulation", new() { ["authenticatorId"] = _id, ["enabled"] = always });

    /// <summary>Passkeys it keeps.</summary>
    public async Task<int> CountAsync() => (await _tools.SendAsync("WebAuthn.getCredentials", new() { ["authenticatorId"] = _id }))!.Value
        .GetProperty("credentials").GetArrayLength();
}
