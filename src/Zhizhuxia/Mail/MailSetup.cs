using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Intake;
using Zhizhuxia.Jobs;
using Zhizhuxia.Mail.Reading;

namespace Zhizhuxia.Mail;

public static class MailSetup
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<AnswerLink>();
        services.AddSingleton<OwnMessageId>();
        services.AddSingleton<MailTexts>();
        services.AddSingleton<ComposeLetter>();
        services.AddSingleton<IMailTransport, FolderTransport>();
        services.AddScoped<LetterList>();
        services.AddScoped<CallBackLetter>();
        services.AddScoped<ResendLetter>();
        services.AddSingleton<ReadMessage>();
        services.AddScoped<IJobHandler, SendMail>();
        return services;
    }
}
