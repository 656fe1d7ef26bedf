using Microsoft.AspNetCore.Identity;
using Zhizhuxia.Accounts;
using Zhizhuxia.Web.Account;

namespace Zhizhuxia.Web.Admin;

/// <summary>Makes the link with which a person sets a password. It works once, and only the latest one works.</summary>
public sealed partial class InviteEditor(UserManager<Editor> editors, AccountRecord record, ILogger<InviteEditor> log)
{
    /// <param name="by">The administrator, to whom the link is shown once; nobody else gets it from us.</param>
    /// <param name="site">Scheme and host of this site.</param>
    public async Task<string> RunAsync(Guid by, Editor editor, string site, CancellationToken ct)
    {
        await editors.UpdateSecurityStampAsync(editor); // voids earlier links and ends all sessions
        var token = await editors.GeneratePasswordResetTokenAsync(editor);
        await record.AddAsync(AccountEventKind.Invited, editor, null, ct);
        LogInvited(by, editor.Id);
        return site + InvitationModel.PathFor(editor, token);
    }

    [LoggerMessage(LogLevel.Information, "Administrator {By} made a password link for editor {Id}")]
    private partial void LogInvited(Guid by, Guid id);
}
