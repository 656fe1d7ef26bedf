using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.Web.Account;

/// <summary>
/// E-mail and password against the newsroom's people. Unknown address, wrong password, locked and switched off are one answer after one time:
/// a password is always hashed, and every refusal is held back to the same moment.
/// </summary>
public sealed class TryPassword(UserManager<Editor> editors, IPasswordHasher<Editor> hasher, IOptions<AccountsOptions> options, TimeProvider clock)
{
    private static string? _nobodysHash;

    /// <returns>The person; null if refused.</returns>
    public async Task<Editor?> RunAsync(string? email, string? password, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        if (await MatchAsync(email?.Trim() ?? "", password ?? "") is { } editor)
            return editor;
        var rest = options.Value.Refusal - clock.GetElapsedTime(began);
        if (rest > TimeSpan.Zero)
            await Task.Delay(rest, clock, ct);
        return null;
    }

    private async Task<Editor?> MatchAsync(string email, string password)
    {
        var editor = await editors.FindByEmailAsync(email);
        var hash = editor?.PasswordHash ?? (_nobodysHash ??= hasher.HashPassword(new(), Guid.NewGuid().ToString()));
        var verdict = hasher.VerifyHashedPassword(editor ?? new(), hash, password);
        if (editor is not { Disabled: false, PasswordHash: not null } || await editors.IsLockedOutAsync(editor))
            return null;
        if (verdict is PasswordVerificationResult.Failed)
        {
            await editors.AccessFailedAsync(editor);
            return null;
        }
        if (!editor.TwoFactorEnabled)
            await editors.ResetAccessFailedCountAsync(editor); // with a second factor only the code ends the count
        return editor;
    }
}
