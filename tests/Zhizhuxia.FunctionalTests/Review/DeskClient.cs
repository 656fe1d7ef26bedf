using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Zhizhuxia.Accounts;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>An editor at their browser, signed in to a running portal through its own page.</summary>
internal sealed partial class DeskClient : IDisposable
{
    public const string Password = "a long sentence for tests";

    private DeskClient(HttpClient http, Editor editor) => (Http, Editor) = (http, editor);

    public HttpClient Http { get; }

    public Editor Editor { get; }

    public Actor Actor => Actor.Of(Editor);

    /// <summary>What the portal must be started with, so that these people work without a second factor.</summary>
    public static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["Accounts:SecondFactor"] = "Optional", ["Jobs:Run"] = "None", ["Limits:SignInsPerMinute"] = "100000",
    };

    /// <summary>A new person of the newsroom, signed in.</summary>
    public static Task<DeskClient> SignInAsync(PortalProcess portal, string name, CancellationToken ct, params Role[] roles) =>
        SignInAsync(portal, portal.Client(), name, ct, roles);

    /// <param name="http">Leads to the portal, perhaps not directly. Becomes the person's.</param>
    public static async Task<DeskClient> SignInAsync(PortalProcess portal, HttpClient http, string name, CancellationToken ct, params Role[] roles)
    {
        var editor = await EngageAsync(portal, name, ct, roles);
        var client = new DeskClient(http, editor);
        using var answer = await client.PostAsync("/account/login", "/account/login", ct, ("Email", editor.Email!), ("Password", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    public static async Task<Editor> EngageAsync(PortalProcess portal, string name, CancellationToken ct, params Role[] roles)
    {
        var mail = $"{Guid.NewGuid():N}@newsroom.example";
        var editor = new Editor
        {
            DisplayName = name, Roles = roles, Email = mail, UserName = mail, NormalizedEmail = mail.ToUpperInvariant(), NormalizedUserName = mail.ToUpperInvariant(),
            SecurityStamp = Guid.NewGuid().ToString("N"), LockoutEnabled = true, EmailConfirmed = true, CreatedAt = TimeProvider.System.GetUtcNow(),
        };
        editor.PasswordHash = new PasswordHasher<Editor>().HashPassword(editor, Password);
        await using var db = portal.Data.OpenDb();
        db.Users.Add(editor);
        await db.SaveChangesAsync(ct);
        return editor;
    }

    public async Task<string> ReadAsync(string path, CancellationToken ct) => await Http.GetStringAsync(new Uri(path, UriKind.Relative), ct);

    /// <summary>Sends a form with the token of the page it stands on.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string action, CancellationToken ct, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await ReadAsync(page, ct)).Groups[1].Value;
        using var form = new FormUrlEncodedContent(
            [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await Http.PostAsync(new Uri(action, UriKind.Relative), form, ct);
    }

    public void Dispose() => Http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
