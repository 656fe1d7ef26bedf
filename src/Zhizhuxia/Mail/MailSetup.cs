using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Zhizhuxia.Data;
using Zhizhuxia.Intake;
using Zhizhuxia.Jobs;
using Zhizhuxia.Mail.Imap;
using Zhizhuxia.Mail.Reading;
using Zhizhuxia.Mail.Smtp;
using Zhizhuxia.Settings;

namespace Zhizhuxia.Mail;

public static class MailSetup
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<MailTextsOptions>().Bind(configuration.GetSection(MailTextsOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddLive<MailTextsOptions>(MailTextsOptions.Section);
        services.AddSingleton<AnswerLink>();
        services.AddSingleton<CompleteLink>();
        services.AddSingleton<OwnMessageId>();
        services.AddSingleton<MailTexts>();
        services.AddSingleton<ComposeLetter>();
        services.AddOptions<SmtpOptions>().Bind(configuration.GetSection(SmtpOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SmtpTransport>().AddSingleton<FolderTransport>();
        services.AddSingleton<IMailTransport>(provider => provider.GetRequiredService<IOptions<SmtpOptions>>().Value.IsOn
            ? provider.GetRequiredService<SmtpTransport>()
            : provider.GetRequiredService<FolderTransport>());
        services.AddScoped<LetterList>();
        services.AddScoped<CallBackLetter>();
        services.AddScoped<ResendLetter>();
        services.AddSingleton<LetterSamples>().AddSingleton<TestSmtp>();
        services.AddSingleton<ReadMessage>();
        services.AddScoped<LetterThread>().AddScoped<IJobHandler, SendMail>();
        services.AddSingleton<StaffTexts>().AddScoped<IJobHandler, TellStaff>().AddChore(JobKind.TellStaff);
        return services.AddInbox(configuration);
    }

    /// <summary>How mail comes in.</summary>
    private static IServiceCollection AddInbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<InboxOptions>().Bind(configuration.GetSection(InboxOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        if (configuration.GetSection(InboxOptions.Section).Get<InboxOptions>()?.Kind is MailboxKind.Imap)
            services.AddSingleton<IMailbox, ImapMailbox>();
        else
            services.AddSingleton<IMailbox, FolderMailbox>();
        services.AddSingleton<TestInbox>().AddSingleton<KeepRawMail>().AddSingleton<MailRound>().AddSingleton<MailboxAlarm>().AddSingleton<MailboxWatch>().AddSingleton<RawContent>();
        services.AddScoped<RecordMail>().AddScoped<JudgeMail>().AddScoped<SettleMail>().AddScoped<SortMail>().AddScoped<RereadMail>().AddScoped<InboundList>().AddScoped<IJobHandler, ReadMail>();
        services.AddHostedService<PollMail>();
        return services;
    }
}
