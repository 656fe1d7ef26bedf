using Microsoft.Extensions.Options;
using Zhizhuxia.Mail.Mime;
using Zhizhuxia.Mail.Smtp;

namespace Zhizhuxia.Mail;

/// <summary>测试连接: goes as far as a mail would, and sends none.</summary>
public sealed class TestSmtp(IOptions<SmtpOptions> options, IOptions<MailOptions> mail)
{
    /// <summary>A person waits.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>The steps in their order, up to the first that does not work. Empty without a server.</summary>
    public async Task<IReadOnlyList<MailTestStep>> RunAsync(CancellationToken ct)
    {
        if (!options.Value.IsOn)
            return [];
        var from = MailAddress.Parse(mail.Value.FromAddress);
        await using var session = new SmtpSession(options.Value, from.Host);
        (string Name, Func<CancellationToken, Task> Try)[] steps =
        [
            ("连接服务器", session.ConnectAsync),
            ("加密（TLS）和证书", session.SecureAsync),
            (options.Value.SmtpUser.Length > 0 ? "登录" : "不用登录", session.LogInAsync),
            ("发件地址被接受", limited => session.OfferAsync(from, limited)),
        ];
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Longest);
        var done = new List<MailTestStep>();
        foreach (var (name, attempt) in steps)
        {
            done.Add(await TryAsync(name, attempt, limit.Token, ct));
            if (done[^1].Trouble is not null)
                return done;
        }

        await session.QuitAsync();
        return done;
    }

    private static async Task<MailTestStep> TryAsync(string name, Func<CancellationToken, Task> attempt, CancellationToken limited, CancellationToken ct)
    {
        try
        {
            await attempt(limited);
            return new(name, null, "");
        }
        catch (MailNotTakenException trouble)
        {
            return new(name, trouble.Code, trouble.Words);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(name, MailRefusals.Silent, "");
        }
    }
}
