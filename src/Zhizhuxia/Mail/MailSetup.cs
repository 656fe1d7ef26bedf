using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Zhizhuxia.Data;
using Zhizhuxia.Intake;
using Zhizhuxia.Jobs;
using Zhizhuxia.Mail.Reading;
using Zhizhuxia.Mail.Smtp;

namespace Zhizhuxia.Mail;

public static class MailSetup
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<AnswerLink>();
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
        services.AddScoped<IJobHandler, SendMail>();
        services.AddSingleton<StaffTexts>().AddScoped<IJobHandler, TellStaff>().AddChore(JobKind.TellStaff);
        return services;
    }
}
