using Microsoft.Extensions.Options;

namespace Zhizhuxia.Mail;

/// <summary>测试连接 for the mailbox that readers write to: logs in and looks into each folder; takes nothing and marks nothing.</summary>
public sealed class TestInbox(IOptions<InboxOptions> options, IMailbox mailbox)
{
    /// <summary>Name, 授权码 or token are not, or no longer, right.</summary>
    public const string LoginRefused = "inbox-login-refused";

    /// <summary>No connection, no TLS, or not as a mailbox should be.</summary>
    public const string Unreachable = "inbox-unreachable";

    public const string Silent = "inbox-silent";

    /// <summary>A person waits.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>The steps in their order, up to the first that does not work. Empty without a server.</summary>
    public async Task<IReadOnlyList<MailTestStep>> RunAsync(CancellationToken ct)
    {
        if (options.Value.Kind is not MailboxKind.Imap)
            return [];
        var done = new List<MailTestStep>();
        var step = "连接、加密（TLS）和登录";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Longest);
        try
        {
            await using var visit = await mailbox.VisitAsync(limit.Token);
            done.Add(new(step, null, ""));
            foreach (var folder in visit.Folders)
            {
                step = $"打开文件夹“{folder.Name}”";
                await visit.EnterAsync(folder, limit.Token);
                done.Add(new(step, null, ""));
            }
        }
        catch (IOException trouble)
        {
            done.Add(new(step, trouble is MailboxException { LoginRefused: true } ? LoginRefused : Unreachable, trouble.Message));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            done.Add(new(step, Silent, ""));
        }
        return done;
    }
}
