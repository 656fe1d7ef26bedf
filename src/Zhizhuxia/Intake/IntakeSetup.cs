using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Data;
using Zhizhuxia.Jobs;

namespace Zhizhuxia.Intake;

public static class IntakeSetup
{
    public static IServiceCollection AddIntake(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<IntakeOptions>().Bind(configuration.GetSection(IntakeOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ReceiptCodes>().AddSingleton<FormerReceipts>().AddSingleton<TakeTogether>().AddSingleton<ApiKeyCodes>().AddSingleton<LiveUploads>().AddSingleton<AssetBytes>();
        services.AddSingleton(LinkFetcherNetwork.Internet).AddSingleton<LinkFetcher>();
        services.AddScoped<UploadQuota>().AddScoped<UploadQuery>().AddScoped<BeginUpload>().AddScoped<AppendUpload>().AddScoped<EndUpload>()
            .AddScoped<DropUpload>().AddScoped<ReceiveFilm>();
        services.AddScoped<TakeSubmission>().AddScoped<ReceiptQuery>().AddScoped<SubmitDraft>().AddScoped<ReceiveLink>().AddScoped<ReceiveLinks>().AddScoped<ShowApiKey>().AddScoped<ReceiveProposal>()
            .AddScoped<ReceiveMail>().AddScoped<ReceiveReply>().AddScoped<BringFilms>().AddScoped<CompletePiece>().AddScoped<RenewCompleteLink>();
        services.AddScoped<DraftQuery>().AddScoped<StatusQuery>().AddScoped<ReaderPiece>().AddScoped<Withdraw>().AddScoped<AnswerRequest>().AddScoped<WriteToNewsroom>().AddScoped<EnterByPhone>().AddScoped<AttachFilms>();
        services.AddScoped<IJobHandler, FetchLinkFacts>().AddScoped<IJobHandler, StoreAsset>().AddScoped<IJobHandler, SweepUploads>();
        services.AddChore(JobKind.SweepUploads);
        return services;
    }
}
