using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Zhizhuxia.Accounts;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Account;

/// <summary>
/// The authenticator app and the recovery codes of a person. The database keeps no secret: the app's is derived from the newsroom's key and a random
/// word of the row, and of the recovery codes only HMACs are kept.
/// </summary>
public sealed class SecondFactor(UserManager<Editor> editors, SecretKey key, TimeProvider clock)
{
    private const int Codes = 10;
    private const int CodeLength = 16; // 80 bits
    private const string Store = "zhizhuxia";
    private const string Seed = "second-factor";
    private const string Recovery = "recovery-codes";

    /// <summary>The secret of the person's app; a new one if there is none.</summary>
    public async Task<byte[]> SecretAsync(Editor editor)
    {
        var seed = await editors.GetAuthenticationTokenAsync(editor, Store, Seed);
        if (seed is null)
            await editors.SetAuthenticationTokenAsync(editor, Store, Seed, seed = RandomNumberGenerator.GetHexString(32));
        return key.Sign(Seed, $"{editor.Id:N}|{seed}")[..OneTimeCode.SecretLength];
    }

    /// <summary>Uses a code of the app or a recovery code. Each works once; wrong ones count towards the lockout.</summary>
    /// <returns>Which it was; null if it was none.</returns>
    public async Task<SecondProof?> UseAsync(Editor editor, string? typed)
    {
        if (await editors.IsLockedOutAsync(editor))
            return null;
        SecondProof? proof = await UseAppCodeAsync(editor, Digits(typed)) ? SecondProof.AppCode
            : await UseRecoveryCodeAsync(editor, Receipt.Normalize(typed, CodeLength)) ? SecondProof.RecoveryCode : null;
        await (proof is null ? editors.AccessFailedAsync(editor) : editors.ResetAccessFailedCountAsync(editor));
        return proof;
    }

    /// <summary>Switches the second factor on with the first code of the app. All other sessions of the person end.</summary>
    /// <returns>Ten new recovery codes, to be shown once; null if the code was wrong.</returns>
    public async Task<IReadOnlyList<string>?> EnableAsync(Editor editor, string? typed)
    {
        if (await editors.IsLockedOutAsync(editor) || !await UseAppCodeAsync(editor, Digits(typed)))
        {
            await editors.AccessFailedAsync(editor);
            return null;
        }
        await editors.SetTwoFactorEnabledAsync(editor, true);
        return await RenewRecoveryCodesAsync(editor);
    }

    /// <returns>Ten new recovery codes, to be shown once; the former ones are void.</returns>
    public async Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(Editor editor)
    {
        string[] codes = [.. Enumerable.Range(0, Codes).Select(_ => Receipt.RandomShort(CodeLength))];
        await editors.SetAuthenticationTokenAsync(editor, Store, Recovery, string.Join(' ', codes.Select(code => Hash(editor, code))));
        return [.. codes.Select(Receipt.Grouped)];
    }

    /// <summary>Number of recovery codes not yet used.</summary>
    public async Task<int> RecoveryCodesLeftAsync(Editor editor) => (await HashesAsync(editor)).Length;

    /// <summary>Takes app and codes away; the next sign-in begins with enrolment where one is needed. All sessions of the person end.</summary>
    public async Task ResetAsync(Editor editor)
    {
        await editors.RemoveAuthenticationTokenAsync(editor, Store, Seed);
        await editors.RemoveAuthenticationTokenAsync(editor, Store, Recovery);
        editor.LastCodeStep = 0; // of the secret that is gone
        await editors.SetTwoFactorEnabledAsync(editor, false);
    }

    private async Task<bool> UseAppCodeAsync(Editor editor, string? digits)
    {
        if (digits is null || OneTimeCode.Match(await SecretAsync(editor), digits, editor.LastCodeStep, clock.GetUtcNow()) is not { } step)
            return false;
        editor.LastCodeStep = step;
        return (await editors.UpdateAsync(editor)).Succeeded; // of two requests with one code, the row's concurrency stamp lets one through
    }

    private async Task<bool> UseRecoveryCodeAsync(Editor editor, string? code)
    {
        var hashes = await HashesAsync(editor);
        if (code is null || !hashes.Contains(Hash(editor, code)))
            return false;
        var left = string.Join(' ', hashes.Where(hash => hash != Hash(editor, code)));
        return (await editors.SetAuthenticationTokenAsync(editor, Store, Recovery, left)).Succeeded;
    }

    private async Task<string[]> HashesAsync(Editor editor) =>
        (await editors.GetAuthenticationTokenAsync(editor, Store, Recovery) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private string Hash(Editor editor, string code) => Convert.ToHexStringLower(key.Sign(Recovery, $"{editor.Id:N}|{code}"));

    private static string? Digits(string? typed)
    {
        var digits = string.Concat((typed ?? "").Normalize(System.Text.NormalizationForm.FormKC).Where(sign => !char.IsWhiteSpace(sign)));
        return digits.Length == OneTimeCode.Digits && digits.All(char.IsAsciiDigit) ? digits : null;
    }
}
