using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Zhizhuxia.Accounts;

namespace Zhizhuxia.FunctionalTests.Account;

/// <summary>People of a test's newsroom, put straight into its database, and how they sign in through the real pages.</summary>
internal sealed partial class Colleagues(PortalProcess portal)
{
    public const string Password = "violet tractor nibbles oak";

    private static readonly string _hash = new PasswordHasher<Editor>().HashPassword(new(), Password);

    public async Task<Editor> AddAsync(params Role[] roles)
    {
        var name = $"{Guid.NewGuid():N}";
        var editor = new Editor
        {
            DisplayName = $"同事{name[..6]}", Roles = roles, CreatedAt = TimeProvider.System.GetUtcNow(), LockoutEnabled = true, PasswordHash = _hash,
            SecurityStamp = name, UserName = $"{name}@example.com", Email = $"{name}@example.com",
            NormalizedUserName = $"{name}@EXAMPLE.COM".ToUpperInvariant(), NormalizedEmail = $"{name}@EXAMPLE.COM".ToUpperInvariant(),
        };
        await using var db = portal.Data.OpenDb();
        db.Users.Add(editor);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return editor;
    }

    /// <summary>A browser in which this person has given the password; with a second factor to come, the code is still asked for.</summary>
    public async Task<FormClient> SignInAsync(Editor editor)
    {
        var browser = new FormClient(portal);
        var answer = await browser.PostAsync("/account/login", Login(editor));
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        return browser;
    }

    /// <summary>Binds an authenticator on the enrolment page.</summary>
    /// <returns>Its secret, and the ten recovery codes.</returns>
    public static async Task<Bound> EnrolAsync(FormClient browser)
    {
        var page = await browser.GetAsync("/account/second-factor");
        var secret = Base32(string.Concat(KeyGroup().Matches(page.Html).Select(group => group.Groups[1].Value)));
        var code = Code(secret, 0);
        var answer = await browser.PostAsync("/account/second-factor", new() { ["Code"] = code });
        return new(secret, code, [.. RecoveryCode().Matches(answer.Html).Select(code => code.Groups[1].Value)]);
    }

    /// <summary>The code of the present step, or of one beside it.</summary>
    public static string Code(byte[] secret, int stepsFromNow) =>
        OneTimeCode.At(secret, OneTimeCode.StepOf(TimeProvider.System.GetUtcNow()) + stepsFromNow);

    public static Dictionary<string, string> Login(Editor editor, string password = Password) => new() { ["Email"] = editor.Email!, ["Password"] = password };

    private static byte[] Base32(string key)
    {
        var bits = string.Concat(key.Select(sign => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(sign), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(bit => bit.Length == 8).Select(bit => Convert.ToByte(new string(bit), 2))];
    }

    [GeneratedRegex("<span>([A-Z2-7]{4})</span>")]
    private static partial Regex KeyGroup();

    [GeneratedRegex("<li class=\"number\">([0-9A-Z-]+)</li>")]
    private static partial Regex RecoveryCode();
}

internal sealed record Bound(byte[] Secret, string Used, IReadOnlyList<string> RecoveryCodes);
