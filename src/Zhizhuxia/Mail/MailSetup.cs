using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Intake;
using Zhizhuxia.Jobs;
using Zhizhuxia.Mail.Imap;
using Zhizhuxia.Mail.Reading;

namespace Zhizhuxia.Mail;

public static class MailSetup
{
    /// <summary>How mail comes in.</summary>
    private static IServiceCollection AddInbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<InboxOptions>().Bind(configuration.GetSection(InboxOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        if (configuration.GetSection(InboxOptions.Section).Get<InboxOptions>()?.Kind is MailboxKind.Imap)
            services.AddSingleton<IMailbox, ImapMailbox>();
        else
            services.AddSingleton<IMailbox, FolderMailbox>();
        services.AddSingleton<KeepRawMail>().AddSingleton<MailRound>().AddSingleton<MailboxWatch>().AddSingleton<RawContent>();
        services.AddScoped<RecordMail>().AddScoped<JudgeMail>().AddScoped<SettleMail>().AddScoped<SortMail>().AddScoped<InboundList>().AddScoped<IJobHandler, ReadMail>();
        services.AddHostedService<PollMail>();
        return services;
    }

    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<AnswerLink>();
        services.AddSingleton<CompleteLink>();
        services.AddSingleton<OwnMessageId>();
        services.AddSingleton<MailTexts>();
        services.AddSingleton<ComposeLetter>();
        services.AddSingleton<IMailTransport, FolderTransport>();
        services.AddScoped<LetterList>();
        services.AddScoped<CallBackLetter>();
        services.AddScoped<ResendLetter>();
        services.AddSingleton<ReadMessage>();
        services.AddScoped<IJobHandler, SendMail>();
        return services.AddInbox(configuration);
    }
}
