using Microsoft.AspNetCore.Identity;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.Web.Account;

/// <summary>
/// Passkeys of the newsroom's people (WebAuthn, by Identity): made, asked for, removed. Each is discoverable, so nobody types a name, and the device
/// has verified its person by finger, face or PIN: what one has and what one is or knows, two factors in one.
/// </summary>
public sealed class Passkeys(IPasskeyHandler<Editor> handler, UserManager<Editor> editors, PasskeyChallenge challenge, IHttpContextAccessor http)
{
    /// <summary>More than anybody has devices.</summary>
    public const int Most = 10;

    /// <summary>Characters of a name.</summary>
    public const int LongestName = 40;

    private const string Making = "make";

    private HttpContext Context => http.HttpContext!;

    /// <summary>What <c>navigator.credentials.create</c> needs, as JSON.</summary>
    public async Task<string> AskToMakeAsync(Editor editor)
    {
        var made = await handler.MakeCreationOptionsAsync(new() { Id = editor.Id.ToString(), Name = editor.Email!, DisplayName = editor.DisplayName }, Context);
        challenge.Keep(Making, made.AttestationState);
        return made.CreationOptionsJson;
    }

    /// <summary>What <c>navigator.credentials.get</c> needs, as JSON.</summary>
    /// <param name="use">What it is asked for; the answer must be of the same use.</param>
    /// <param name="editor">Only this person's keys; null: whoever it is.</param>
    public async Task<string> AskAsync(string use, Editor? editor)
    {
        var asked = await handler.MakeRequestOptionsAsync(editor, Context);
        challenge.Keep(use, asked.AssertionState);
        return asked.RequestOptionsJson;
    }

    /// <summary>Keeps the passkey that the browser has made. All other sessions of the person end.</summary>
    /// <returns>False if it does not answer what was asked, or there are too many.</returns>
    public async Task<bool> AddAsync(Editor editor, string? credential, string name)
    {
        if (challenge.Take(Making) is not { } state || string.IsNullOrEmpty(credential) || (await editors.GetPasskeysAsync(editor)).Count >= Most)
            return false;
        var made = await handler.PerformAttestationAsync(new() { HttpContext = Context, CredentialJson = credential, AttestationState = state });
        if (!made.Succeeded || made.UserEntity.Id != editor.Id.ToString() || await editors.FindByPasskeyIdAsync(made.Passkey.CredentialId) is not null)
            return false;
        made.Passkey.Name = name;
        editor.HasPasskey = true;
        return (await editors.AddOrUpdatePasskeyAsync(editor, made.Passkey)).Succeeded && (await editors.UpdateSecurityStampAsync(editor)).Succeeded;
    }

    /// <summary>Whose passkey has answered; null if it was none of ours, not what was asked, or its person is switched off.</summary>
    public async Task<PasskeyOwner?> UseAsync(string use, string? credential)
    {
        if (challenge.Take(use) is not { } state || string.IsNullOrEmpty(credential))
            return null;
        var answer = await handler.PerformAssertionAsync(new() { HttpContext = Context, CredentialJson = credential, AssertionState = state });
        if (!answer.Succeeded || answer.User.Disabled || !answer.Passkey.IsUserVerified)
            return null;
        await editors.AddOrUpdatePasskeyAsync(answer.User, answer.Passkey); // its counter
        return new(answer.User, answer.Passkey.Name ?? "");
    }

    /// <summary>The oldest first.</summary>
    public async Task<IReadOnlyList<UserPasskeyInfo>> OfAsync(Editor editor) => [.. (await editors.GetPasskeysAsync(editor)).OrderBy(key => key.CreatedAt)];

    /// <returns>False if there is no such key.</returns>
    public async Task<bool> RenameAsync(Editor editor, byte[] id, string name)
    {
        if (await editors.GetPasskeyAsync(editor, id) is not { } key)
            return false;
        key.Name = name;
        return (await editors.AddOrUpdatePasskeyAsync(editor, key)).Succeeded;
    }

    /// <summary>Takes a key away: it opens nothing any more. All other sessions of the person end.</summary>
    /// <returns>Its name; null if there is no such key.</returns>
    public async Task<string?> RemoveAsync(Editor editor, byte[] id)
    {
        if (await editors.GetPasskeyAsync(editor, id) is not { } key)
            return null;
        await editors.RemovePasskeyAsync(editor, id);
        editor.HasPasskey = (await editors.GetPasskeysAsync(editor)).Count > 0;
        await editors.UpdateSecurityStampAsync(editor);
        return key.Name ?? "";
    }

    /// <summary>Takes all away: whoever has the devices now, they are of no use.</summary>
    public async Task RemoveAllAsync(Editor editor)
    {
        foreach (var key in await editors.GetPasskeysAsync(editor))
            await RemoveAsync(editor, key.CredentialId);
    }
}

/// <summary>Whose passkey was used, and what they call it.</summary>
public sealed record PasskeyOwner(Editor Editor, string KeyName);
