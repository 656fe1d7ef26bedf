using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Jobs;

namespace Zhizhuxia.Media;

/// <summary>Wiring of the media room.</summary>
public static class MediaSetup
{
    /// <summary>Adds the runner, the box with its watch, the probe and the transcoder.</summary>
    public static IServiceCollection AddMedia(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MediaOptions>().Bind(configuration.GetSection(MediaOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<MediaTools>();
        services.AddSingleton<FfmpegProcess>();
        services.AddSingleton<Sandbox>();
        services.AddSingleton<SandboxState>();
        services.AddSingleton<SandboxTest>();
        services.AddSingleton<Probe>();
        services.AddSingleton<VerifyOutput>();
        services.AddSingleton<Transcode>();
        services.AddSingleton<PatientTranscode>();
        services.AddSingleton<LadderFolder>();
        services.AddSingleton<MeasureLoudness>();
        services.AddSingleton<PosterMaker>();
        services.AddSingleton<TranscodeFile>();
        services.AddSingleton<MeasureFiles>();
        services.AddScoped<IJobHandler, InspectAsset>();
        services.AddScoped<IJobHandler, MakeProxy>();
        services.AddScoped<IJobHandler, MakeLadder>();
        services.AddScoped<IJobHandler, EncodeRange>();
        services.AddScoped<IJobHandler, EncodeSound>();
        services.AddScoped<IJobHandler, JoinRanges>();
        services.AddScoped<KeepPoster>();
        services.AddScoped<KeepPrint>();
        services.AddScoped<FairPlace>();
        services.AddScoped<Commissions>();
        services.AddScoped<LadderParts>();
        services.AddScoped<LadderShelf>();
        services.AddSingleton<SoundFolder>();
        services.AddSingleton<JoinFolder>();
        services.AddHostedService<SandboxWatch>();
        return services;
    }
}
