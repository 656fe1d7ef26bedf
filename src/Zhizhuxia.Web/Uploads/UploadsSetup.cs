namespace Zhizhuxia.Web.Uploads;

internal static class UploadsSetup
{
    public static void AddUploads(this IServiceCollection services) => services.AddScoped<PatchBody>().AddScoped<FilmForm>();
}
