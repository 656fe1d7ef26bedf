using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Account;

/// <summary>
/// While the newsroom has nobody, a one-time code is printed on the console: who can read it runs the machine, and becomes the first administrator.
/// A new code at each start; it is never stored.
/// </summary>
public sealed class FirstAdministrator(IServiceScopeFactory scopes, IServer server) : IHostedLifecycleService, IDisposable
{
    public const string Address = "/account/first";
    private const int Length = 16; // 80 bits

    private readonly SemaphoreSlim _one = new(1, 1);
    private string? _code;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!await IsWantedAsync(cancellationToken))
            return;
        _code = Receipt.RandomShort(Length);
        var host = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        await Console.Out.WriteLineAsync($"""

            知株侠投稿：编辑部还没有人。请在浏览器打开 {host}{Address} 建立第一位管理员。
            一次性口令：{Receipt.Grouped(_code)}（用过即失效；重新启动会换一个新的）

            """);
    }

    /// <summary>Nobody has an account yet.</summary>
    public async Task<bool> IsWantedAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return !await scope.ServiceProvider.GetRequiredService<PortalDb>().Users.AnyAsync(ct);
    }

    /// <summary>Runs <paramref name="create"/> if the code is right, one at a time; when it says it is done, the code is gone.</summary>
    /// <returns>False if the code is wrong.</returns>
    public async Task<bool> UseAsync(string? typed, Func<Task<bool>> create, CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            if (!Matches(typed) || !await IsWantedAsync(ct))
                return false;
            if (await create())
                _code = null;
            return true;
        }
        finally
        {
            _one.Release();
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _one.Dispose();

    private bool Matches(string? typed) => _code is { } code && CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(code), Encoding.ASCII.GetBytes(Receipt.Normalize(typed, Length) ?? new string('-', Length)));
}
