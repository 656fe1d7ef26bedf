using Zhizhuxia.Accounts;

namespace Zhizhuxia.Submissions;

/// <summary>Who acts: the reader of the piece, or a person of the newsroom.</summary>
/// <param name="EditorId">Null for the reader.</param>
/// <param name="Name">As the history shows it.</param>
/// <param name="Roles">Empty for the reader.</param>
/// <param name="Contacts">E-mail addresses and phone numbers of the person, to keep them from judging their own piece.</param>
public sealed record Actor(Guid? EditorId, string Name, IReadOnlyList<Role> Roles, IReadOnlyList<string> Contacts)
{
    /// <summary>The person who sent the piece in, known by receipt, draft cookie or one-time link.</summary>
    public static Actor Reader { get; } = new(null, "读者", [], []);

    /// <summary>The program itself, where a mail comes in.</summary>
    public static Actor Machine { get; } = new(null, "收信", [], []) { IsMachine = true };

    /// <summary>The program itself, where time is up.</summary>
    public static Actor Timer { get; } = new(null, "系统", [], []) { IsMachine = true };

    /// <summary>Nobody: the program.</summary>
    public bool IsMachine { get; private init; }

    public static Actor Of(Editor editor) => new(
        editor.Id, editor.DisplayName, editor.Roles,
        [.. new[] { editor.Email, editor.PhoneNumber }.OfType<string>()]);

    /// <summary>Holds a role that sees pieces and their films.</summary>
    public bool Reviews => Roles.Any(role => role is Role.Editor1 or Role.Editor2 or Role.Editor3 or Role.Publisher);

    public bool Is(Performer performer) => performer switch
    {
        Performer.Reader => EditorId is null && !IsMachine,
        Performer.Machine => IsMachine,
        Performer.Editor1 => Roles.Contains(Role.Editor1),
        Performer.Editor2 => Roles.Contains(Role.Editor2),
        Performer.Editor3 => Roles.Contains(Role.Editor3),
        Performer.Senior => Roles.Contains(Role.Editor2) || Roles.Contains(Role.Editor3),
        _ => Roles.Contains(Role.Publisher),
    };
}
