using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Data;
using Zhizhuxia.Intake;
using Zhizhuxia.Jobs;
using Zhizhuxia.Mail;
using Zhizhuxia.Media;
using Zhizhuxia.Publishing;
using Zhizhuxia.Review;
using Zhizhuxia.Storage;

namespace Zhizhuxia;

/// <summary>The only wiring that both programs share.</summary>
public static class Setup
{
    public static IServiceCollection AddZhizhuxia(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(TimeProvider.System)
        .AddStorage(configuration)
        .AddData(configuration)
        .AddJobs(configuration)
        .AddIntake(configuration)
        .AddMail(configuration)
        .AddPublishing()
        .AddReview(configuration)
        .AddMedia(configuration);
}
