using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.Data;
using Zhizhuxia.FunctionalTests.Account;
using Zhizhuxia.FunctionalTests.Uploads;

namespace Zhizhuxia.FunctionalTests.Data;

/// <summary>Two web processes on two machines: one PostgreSQL, the same newsroom key from a file, and no folder in common.</summary>
[OwnDatabase(DatabaseKind.Postgres)]
public sealed class TwoWebsTests : IAsyncLifetime
{
    private readonly string _keyFile = Path.GetTempFileName();
    private PortalProcess? _first;
    private PortalProcess? _second;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private PortalProcess First => _first!;

    private PortalProcess Second => _second!;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(_keyFile, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) + "\n", Ct);
        _first = await PortalProcess.StartAsync(Settings(), Ct);
        _second = await PortalProcess.StartAsync(Settings().Concat(TestDatabase.SettingsOf(_first.DataFolder)).ToDictionary(), Ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (_second is not null)
            await _second.DisposeAsync();
        if (_first is not null)
            await _first.DisposeAsync();
        File.Delete(_keyFile);
    }

    [Fact]
    public async Task A_form_of_one_is_taken_by_the_other_and_whoever_signs_in_there_is_known_here()
    {
        var editor = await new Colleagues(First).AddAsync(Role.Editor1);
        var cookies = new CookieContainer();
        using var here = new FormClient(First, cookies);
        using var there = new FormClient(Second, cookies);
        var token = await here.TokenAsync("/account/login");
        using var login = new FormUrlEncodedContent([.. Colleagues.Login(editor), new("__RequestVerificationToken", token)]);

        var answer = await there.SendAsync("/account/login", login);

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/desk")).Status);
        await using var db = First.Data.OpenDb();
        var keys = await db.CookieKeys.AsNoTracking().Select(key => key.Xml).ToListAsync(Ct);
        Assert.All(keys, xml => Assert.DoesNotContain("masterKey", xml, StringComparison.Ordinal)); // a copy of the database opens no session
        Assert.Single(keys);
    }

    [Fact]
    public async Task An_allowance_is_one_over_both()
    {
        using var here = new TusClient(First);
        using var there = new TusClient(Second);
        List<int> said = [];
        foreach (var browser in (TusClient[])[here, there, here, there, here, there])
        {
            using var answer = await browser.PostAsync(Guid.CreateVersion7(), "5");
            said.Add((int)answer.StatusCode);
        }

        // A new hour may begin in between, once.
        Assert.InRange(said.Count(status => status == 201), 3, 6);
        Assert.True(said.Contains(429) || said.Count(status => status == 201) == 6, string.Join(' ', said));
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["Storage:KeyFile"] = _keyFile, ["Jobs:Run"] = "None", ["Limits:CreatesPerHour"] = "3",
    };
}
