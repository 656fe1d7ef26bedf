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
            .AddScoped<ReadToday>()
            .AddScoped<NamePieces>()
            .AddScoped<ActTogether>()
            .AddScoped<PreviewTogether>()
            .AddScoped<TagSubmission>()
            .AddScoped<ExportPieces>()
            .AddScoped<KeepView>()
            .AddScoped<DropView>()
            .AddScoped<ReadPiece>()
            .AddScoped<FindNobodyLeft>()
            .AddScoped<LendLevel>()
            .AddScoped<EndLending>()
            .AddScoped<ReadRoster>()
            .AddScoped<DeskFiles>()
            .AddScoped<FindOther>()
            .AddScoped<SearchAlike>()
            .AddScoped<ReadAlike>()
            .AddScoped<DecideResemblance>()
            .AddScoped<IJobHandler, FindDuplicates>()
            .AddScoped<IJobHandler, ExpireRequests>().AddChore(JobKind.ExpireRequests)
            .AddScoped<VerifyHistory>()
            .AddScoped<PreviewDecision>()
            .AddScoped<DecideSubmission>()
            .AddScoped<ClaimSubmission>()
            .AddScoped<GiveBackSubmission>()
            .AddScoped<MarkUrgent>().AddScoped<AgreeShooting>()
            .AddScoped<LookAtSubmission>()
            .AddScoped<RememberLook>()
            .AddScoped<AddFilmNote>()
            .AddScoped<StrikeFilmNote>()
            .AddScoped<ReadStamps>()
            .AddScoped<ChoosePoster>()
            .AddScoped<ReviseSubmission>()
            .AddScoped<OpenThread>().AddScoped<WriteToReader>().AddScoped<RelayAnswer>().AddScoped<AddNote>().AddScoped<GiveUpAwaited>().AddScoped<ExportPiece>();
    }
}
