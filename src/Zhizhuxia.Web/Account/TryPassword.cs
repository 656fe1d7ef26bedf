using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.Web.Account;

/// <summary>
/// E-mail and password against the newsroom's people. Unknown address, wrong password, locked and switched off are one answer after one time:
/// a password is always hashed, and every refusal is held back to the same moment.
/// </summary>
public sealed class TryPassword(UserManager<Editor> editors, IPasswordHasher<Editor> hasher, AccountRecord record, IOptions<AccountsOptions> options, TimeProvider clock)
{
    private const string LockedNow = "密码又不对，账号锁上了";
    private static string? _nobodysHash;

    /// <returns>The person; null if refused.</returns>
    public async Task<Editor?> RunAsync(string? email, string? password, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        var editor = await editors.FindByEmailAsync(email?.Trim() ?? "");
        if (await FaultAsync(editor, password ?? "") is not { } fault)
            return editor;
        var rest = options.Value.Refusal - clock.GetElapsedTime(began);
        try
        {
            await Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, clock, ct);
        }
        finally // one row whatever it was, also for who does not wait for the answer
        {
            await record.AddAsync(fault is LockedNow ? AccountEventKind.LockedOut : AccountEventKind.SignInFailed, editor, fault, CancellationToken.None);
        }
        return null;
    }

    /// <summary>Why the person does not come in, for the record only; null if they do.</summary>
    private async Task<string?> FaultAsync(Editor? editor, string password)
    {
        var hash = editor?.PasswordHash ?? (_nobodysHash ??= hasher.HashPassword(new(), Guid.NewGuid().ToString()));
        var verdict = hasher.VerifyHashedPassword(editor ?? new(), hash, password);
        if (editor is null)
            return "没有这个邮箱";
        if (await ClosedAsync(editor) is { } closed)
            return closed;
        if (verdict is PasswordVerificationResult.Failed)
            return await CountAsync(editor);
        if (!editor.HasSecondFactor)
            await editors.ResetAccessFailedCountAsync(editor); // with a second factor only the code ends the count
        return null;
    }

    private async Task<string> CountAsync(Editor editor)
    {
        await editors.AccessFailedAsync(editor);
        return await editors.IsLockedOutAsync(editor) ? LockedNow : "密码不对";
    }

    private async Task<string?> ClosedAsync(Editor editor) => editor switch
    {
        { Disabled: true } => "账号已停用",
        { PasswordHash: null } => "还没有设密码",
        _ => await editors.IsLockedOutAsync(editor) ? "账号还锁着" : null,
    };
}
