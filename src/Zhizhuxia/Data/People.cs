using Zhizhuxia.Accounts;

namespace Zhizhuxia.Data;

/// <summary>Who is in the newsroom.</summary>
public static class People
{
    /// <summary>Those who can sign in: invited, and have come; not switched off.</summary>
    public static IQueryable<Editor> AtWork(this PortalDb db) => db.Users.Where(editor => !editor.Disabled && editor.PasswordHash != null);
}
