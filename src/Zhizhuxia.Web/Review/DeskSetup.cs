using Zhizhuxia.Web.Mailroom;
using Zhizhuxia.Web.Publishing;

namespace Zhizhuxia.Web.Review;

/// <summary>The editors' console.</summary>
internal static class DeskSetup
{
    public static void AddDesk(this IServiceCollection services) => services
        .AddScoped<MediaFile>()
        .AddScoped<DeskSettings>()
        .AddScoped<DeskCounts>()
        .AddScoped<DeskViews>()
        .AddSingleton<LiveRights>()
        .AddSingleton<DeskWatch>().AddHostedService(provider => provider.GetRequiredService<DeskWatch>())
        .AddScoped<CarryOut>();

    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        routes.MapDeskMedia();
        routes.MapDeskEvents();
        routes.MapPublicMedia();
        routes.MapPrinting();
        routes.MapRawMail();
    }
}
