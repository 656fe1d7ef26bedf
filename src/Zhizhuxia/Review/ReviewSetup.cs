using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;

namespace Zhizhuxia.Review;

public static class ReviewSetup
{
    public static IServiceCollection AddReview(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ReviewOptions>().Bind(configuration.GetSection(ReviewOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddScoped<ReviewQueue>()
            .AddScoped<ReadPiece>()
            .AddScoped<DeskFiles>()
            .AddScoped<FindOther>()
            .AddScoped<IJobHandler, ExpireRequests>().AddChore(JobKind.ExpireRequests)
            .AddScoped<VerifyHistory>()
            .AddScoped<PreviewDecision>()
            .AddScoped<DecideSubmission>()
            .AddScoped<ClaimSubmission>()
            .AddScoped<GiveBackSubmission>()
            .AddScoped<MarkUrgent>()
            .AddScoped<LookAtSubmission>()
            .AddScoped<ChoosePoster>()
            .AddScoped<ReviseSubmission>();
    }
}
