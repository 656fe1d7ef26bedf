using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Zhizhuxia.Mail;
using Zhizhuxia.Mail.Smtp;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Admin;

/// <summary>邮件: by which servers letters go and come, and 测试连接.</summary>
[Authorize(Policies.Administrate)]
[EnableRateLimiting(Limits.MailTests)]
public sealed partial class MailSettingsModel(
    IOptions<SmtpOptions> smtp, IOptions<InboxOptions> inbox, IOptions<MailOptions> mail, TestSmtp testSmtp, TestInbox testInbox, ILogger<MailSettingsModel> log) : AdminPage
{
    public SmtpOptions Smtp => smtp.Value;

    public InboxOptions Inbox => inbox.Value;

    public MailOptions Mail => mail.Value;

    /// <summary>What was tried; null before.</summary>
    public IReadOnlyList<MailTestStep>? Steps { get; private set; }

    /// <summary>What it comes to when all steps went well.</summary>
    public string Well { get; private set; } = "";

    /// <summary>How the newsroom stands with the mailbox it asks; null before the first round.</summary>
    public MailboxRecord? Mailbox { get; private set; }

    public Task OnGetAsync([FromServices] InboundList mails, CancellationToken ct) => SeeAsync(mails, ct);

    public async Task OnPostAsync([FromServices] InboundList mails, CancellationToken ct)
    {
        Tell(await testSmtp.RunAsync(ct), "都好，信发得出去。");
        await SeeAsync(mails, ct);
    }

    public async Task OnPostInboxAsync([FromServices] InboundList mails, CancellationToken ct)
    {
        Tell(await testInbox.RunAsync(ct), "都好，读者的来信收得进来。");
        await SeeAsync(mails, ct);
    }

    private async Task SeeAsync(InboundList mails, CancellationToken ct) =>
        Mailbox = (await mails.MailboxesAsync(ct)).OrderByDescending(box => box.FailingSince ?? box.LastGoodAt).FirstOrDefault();

    private void Tell(IReadOnlyList<MailTestStep> steps, string well)
    {
        (Steps, Well) = (steps, well);
        if (steps.Count > 0)
            LogTested(Me, steps[^1].Trouble ?? "well");
    }

    [LoggerMessage(LogLevel.Information, "Administrator {By} tested the mail server: {Outcome}")]
    private partial void LogTested(Guid by, string outcome);
}
