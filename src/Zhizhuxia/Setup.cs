using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Accounts;
using Zhizhuxia.Data;
using Zhizhuxia.Intake;
using Zhizhuxia.Jobs;
using Zhizhuxia.Mail;
using Zhizhuxia.Media;
using Zhizhuxia.Operation;
using Zhizhuxia.Publishing;
using Zhizhuxia.Review;
using Zhizhuxia.Settings;
using Zhizhuxia.Statistics;
using Zhizhuxia.Storage;

namespace Zhizhuxia;

/// <summary>The only wiring that both programs share.</summary>
public static class Setup
{
    public static IServiceCollection AddZhizhuxia(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<TimeProvider>(new MicrosecondClock())
        .AddStorage(configuration)
        .AddAccountRules(configuration)
        .AddData(configuration)
        .AddJobs(configuration)
        .AddIntake(configuration)
        .AddMail(configuration)
        .AddPublishing()
        .AddReview(configuration)
        .AddStatistics()
        .AddMedia(configuration)
        .AddSettings(configuration)
        .AddOperation(configuration)
        .AddLive<ReviewOptions>(ReviewOptions.Section)
        .AddLive<IntakeOptions>(IntakeOptions.Section);
}
