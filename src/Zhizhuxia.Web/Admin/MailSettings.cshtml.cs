using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Zhizhuxia.Mail;
using Zhizhuxia.Mail.Smtp;

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

    public void OnGet()
    {
    }

    public async Task OnPostAsync(CancellationToken ct) => Tell(await testSmtp.RunAsync(ct), "都好，信发得出去。");

    public async Task OnPostInboxAsync(CancellationToken ct) => Tell(await testInbox.RunAsync(ct), "都好，读者的来信收得进来。");

    private void Tell(IReadOnlyList<MailTestStep> steps, string well)
    {
        (Steps, Well) = (steps, well);
        if (steps.Count > 0)
            LogTested(Me, steps[^1].Trouble ?? "well");
    }

    [LoggerMessage(LogLevel.Information, "Administrator {By} tested the mail server: {Outcome}")]
    private partial void LogTested(Guid by, string outcome);
}
