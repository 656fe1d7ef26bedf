using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Zhizhuxia.Mail;
using Zhizhuxia.Mail.Smtp;

namespace Zhizhuxia.Web.Admin;

/// <summary>邮件: by which server letters go, and 测试连接.</summary>
[Authorize(Policies.Administrate)]
[EnableRateLimiting(Limits.MailTests)]
public sealed partial class MailSettingsModel(IOptions<SmtpOptions> smtp, IOptions<MailOptions> mail, TestSmtp test, ILogger<MailSettingsModel> log) : AdminPage
{
    public SmtpOptions Smtp => smtp.Value;

    public MailOptions Mail => mail.Value;

    /// <summary>What was tried; null before.</summary>
    public IReadOnlyList<SmtpTestStep>? Steps { get; private set; }

    public void OnGet()
    {
    }

    public async Task OnPostAsync(CancellationToken ct)
    {
        Steps = await test.RunAsync(ct);
        if (Steps.Count > 0)
            LogTested(Me, Steps[^1].Trouble ?? "well");
    }

    [LoggerMessage(LogLevel.Information, "Administrator {By} tested the mail server: {Outcome}")]
    private partial void LogTested(Guid by, string outcome);
}
