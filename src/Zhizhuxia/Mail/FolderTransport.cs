using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Zhizhuxia.Mail.Mime;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Mail;

/// <summary>Writes mails as <c>{Root}/mail/*.eml</c>, for a newsroom without a mail server. Named by the Message-ID, so that a repeat does not double.</summary>
public sealed partial class FolderTransport(IOptions<StorageOptions> options) : IMailTransport
{
    private readonly string _folder = options.Value.Folder("mail");

    public async Task SendAsync(OutgoingMail mail, CancellationToken ct)
    {
        Disk.CreateDirectory(_folder);
        var path = Path.Combine(_folder, NameOf(mail.MessageId));
        if (!File.Exists(path))
            await WriteAsync(path, MimeWriter.Write(mail), ct);
        Disk.SyncDirectory(_folder); // also for a file whose name a crash may have left unsynced
    }

    /// <summary>Written aside, synced, then renamed: a reader of the folder sees a whole mail or none. A crash's leftover is overwritten by the repeat.</summary>
    private static async Task WriteAsync(string path, byte[] message, CancellationToken ct)
    {
        var aside = path + ".part";
        await using (var file = new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(message, ct);
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, path, overwrite: true);
    }

    private static string NameOf(string messageId) => OwnId().Match(messageId) is { Success: true } own
        ? $"{own.Groups[1].Value}.eml"
        : throw new FormatException("Not a Message-ID of this newsroom.");

    [GeneratedRegex(@"\A<(zzx\.[a-z0-9]+\.[a-z0-9]+)@[a-z0-9.-]+>\z")]
    private static partial Regex OwnId();
}
