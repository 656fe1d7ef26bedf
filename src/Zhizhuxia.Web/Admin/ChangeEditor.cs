using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Accounts;
using Zhizhuxia.Data;
using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Account;

namespace Zhizhuxia.Web.Admin;

/// <summary>A change of a person by an administrator: roles, on and off. All sessions of the person end within a minute; somebody stays administrator.</summary>
public sealed partial class ChangeEditor(UserManager<Editor> editors, PortalDb db, AccountRecord record, ILogger<ChangeEditor> log)
{
    /// <param name="by">The administrator who does it.</param>
    /// <exception cref="RefusedException"><c>not-found</c>; or <c>last-administrator</c>: nothing was changed.</exception>
    public async Task<IdentityResult> RunAsync(Guid by, Guid id, Action<Editor> change, CancellationToken ct)
    {
        // One after the other: two administrators who demote each other at the same moment must not both succeed.
        await using var transaction = await db.BeginAloneAsync(ct);
        var editor = await editors.FindByIdAsync(id.ToString()) ?? throw new RefusedException("not-found");
        var (roles, disabled) = (editor.Roles, editor.Disabled);
        change(editor);
        Record(editor, roles, disabled);
        var result = await editors.UpdateSecurityStampAsync(editor);
        var remains = await HasAdministratorAsync(ct);
        if (!result.Succeeded || !remains)
            db.ChangeTracker.Clear(); // what is rolled back must not be shown either
        if (!result.Succeeded)
            return result;
        if (!remains)
            throw new RefusedException("last-administrator");
        await transaction.CommitAsync(ct);
        LogChanged(by, id, string.Join(' ', editor.Roles), editor.Disabled);
        return result;
    }

    /// <summary>Saved with the change, or not at all.</summary>
    private void Record(Editor editor, IReadOnlyList<Role> roles, bool disabled)
    {
        if (!editor.Roles.SequenceEqual(roles))
            db.AccountEvents.Add(record.Line(AccountEventKind.RolesChanged, editor, $"{Titles(roles)} → {Titles(editor.Roles)}"));
        if (editor.Disabled != disabled)
            db.AccountEvents.Add(record.Line(editor.Disabled ? AccountEventKind.SwitchedOff : AccountEventKind.SwitchedOn, editor, null));

        static string Titles(IReadOnlyList<Role> some) => string.Join('、', some.Select(role => role.Title));
    }

    /// <summary>Somebody who can sign in and administrate. Roles are one JSON column, so the few people of a newsroom are read.</summary>
    private async Task<bool> HasAdministratorAsync(CancellationToken ct)
    {
        var people = await db.AtWork().AsNoTracking().ToListAsync(ct);
        return people.Any(editor => editor.Roles.Contains(Role.Administrator));
    }

    [LoggerMessage(LogLevel.Information, "Administrator {By} changed editor {Id}: roles {Roles}, disabled {Disabled}")]
    private partial void LogChanged(Guid by, Guid id, string roles, bool disabled);
}
