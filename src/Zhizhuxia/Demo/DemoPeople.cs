using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Zhizhuxia.Accounts;
using Zhizhuxia.Data;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Demo;

/// <summary>The people of the demo newsroom. Their passwords are made at the first start and kept in a file that only its owner reads.</summary>
public sealed class DemoPeople(IServiceScopeFactory scopes, IOptions<StorageOptions> storage, TimeProvider clock)
{
    public const string First = "chushen@demo.example";
    public const string Second = "fushen@demo.example";
    public const string Third = "zhongshen@demo.example";

    private static readonly (string Name, string Email, Role[] Roles)[] Staff =
    [
        ("林初审", First, [Role.Editor1]),
        ("周复审", Second, [Role.Editor2]),
        ("谭终审", Third, [Role.Editor3, Role.Publisher]),
        ("何管理", "guanli@demo.example", [Role.Administrator]),
    ];

    public static string FileOf(StorageOptions storage) => storage.Folder("demo-accounts.txt");

    /// <summary>Makes the people if the newsroom is empty.</summary>
    /// <returns>What to print: who they are and how they sign in; null if the newsroom has people of its own.</returns>
    public async Task<string?> PrepareAsync(CancellationToken ct)
    {
        var file = FileOf(storage.Value);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        if (await db.Users.AnyAsync(ct))
            return File.Exists(file) ? await File.ReadAllTextAsync(file, ct) : null;
        var people = Staff.Select(person => (person, Password: Receipt.Grouped(Receipt.RandomShort(16)))).ToList();
        var text = string.Join('\n', people.Select(entry =>
            $"  {entry.person.Email,-24} {entry.Password}  {string.Join("、", entry.person.Roles.Select(role => role.Title))}"));
        Keep(file, text); // the file first: a person whose password nobody knows is worse than a password without a person
        db.Users.AddRange(people.Select(entry => Make(entry.person.Name, entry.person.Email, entry.person.Roles, entry.Password)));
        await db.SaveChangesAsync(ct);
        return text;
    }

    /// <summary>The person as one who acts.</summary>
    public static async Task<Actor> ActorAsync(PortalDb db, string email, CancellationToken ct) =>
        Actor.Of(await db.Users.AsNoTracking().SingleAsync(editor => editor.Email == email, ct));

    private Editor Make(string name, string email, Role[] roles, string password)
    {
        var upper = email.ToUpperInvariant();
        var editor = new Editor
        {
            DisplayName = name, Roles = roles, CreatedAt = clock.GetUtcNow(), LockoutEnabled = true, SecurityStamp = Guid.NewGuid().ToString("N"),
            UserName = email, NormalizedUserName = upper, Email = email, NormalizedEmail = upper, EmailConfirmed = true,
        };
        editor.PasswordHash = new PasswordHasher<Editor>(Options.Create(new PasswordHasherOptions { IterationCount = 220_000 })).HashPassword(editor, password);
        return editor;
    }

    private static void Keep(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.Write(text);
    }
}
