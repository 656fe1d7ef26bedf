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

    /// <summary>Of <see cref="Roles"/>, those the person has only for a time, by the duty roster (代).</summary>
    public IReadOnlyList<Role> Lent { get; private init; } = [];

    /// <summary>The person's own roles.</summary>
    public IReadOnlyList<Role> Own => [.. Roles.Except(Lent)];

    public static Actor Of(Editor editor) => Of(editor, []);

    /// <param name="editor">The person.</param>
    /// <param name="lent">What the duty roster lends them now.</param>
    public static Actor Of(Editor editor, IReadOnlyList<Role> lent) => new(
        editor.Id, editor.DisplayName, [.. editor.Roles, .. lent],
        [.. new[] { editor.Email, editor.PhoneNumber }.OfType<string>()])
    { Lent = lent };

    /// <summary>Holds a role that sees pieces and their films.</summary>
    public bool Reviews => Roles.Any(role => role is Role.Editor1 or Role.Editor2 or Role.Editor3 or Role.Publisher);

    /// <summary>May take the whole file of a piece out of the house: 终审 and 发布 in their own right, not for a time.</summary>
    public bool MayExport => Own.Any(role => role is Role.Editor3 or Role.Publisher);

    public bool Is(Performer performer) => performer switch
    {
        Performer.Reader => EditorId is null && !IsMachine,
        Performer.Machine => IsMachine,
        _ => performer.Roles().Any(Roles.Contains),
    };

    /// <summary>The lent role without which this person would not be <paramref name="performer"/>; null for who acts in their own right.</summary>
    public Role? LentFor(Performer performer) =>
        performer.Roles().Any(Own.Contains) ? null : performer.Roles().Where(Lent.Contains).Cast<Role?>().FirstOrDefault();
}
