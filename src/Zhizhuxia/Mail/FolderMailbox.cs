using Microsoft.Extensions.Options;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Mail;

/// <summary>
/// A watched folder, <c>{Root}/mail-in</c>: for a newsroom without a mail server. A file is taken when it is whole: <c>*.eml</c>, and unchanged for a
/// moment. Whoever wants to be sure writes under another name and renames. What was taken lies in <c>taken/</c>.
/// </summary>
public sealed class FolderMailbox(IOptions<StorageOptions> storage, IOptions<InboxOptions> options, TimeProvider clock) : IMailbox
{
    private readonly string _folder = storage.Value.Folder("mail-in");

    public string Name => "folder";

    public Task<IMailboxVisit> VisitAsync(CancellationToken ct)
    {
        Disk.CreateDirectory(Path.Combine(_folder, "taken"));
        return Task.FromResult<IMailboxVisit>(new FolderVisit(_folder, options.Value.LookEvery, clock));
    }
}
