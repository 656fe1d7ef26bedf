using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;

namespace Zhizhuxia.Web.Shared;

/// <summary>Razor Pages as this program uses them.</summary>
public static class PagesSetup
{
    /// <summary>
    /// Pages live in the rooms themselves (no Pages folder), and Chinese is written as it is instead of as numeric entities:
    /// a third of the bytes, and readable in the page's source.
    /// </summary>
    public static IServiceCollection AddPages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SiteOptions>().Bind(configuration.GetSection("Site")).ValidateDataAnnotations().ValidateOnStart();
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "zzx-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.HeaderName = "X-Form-Token";
        });
        services.AddRazorPages(options => options.RootDirectory = "/");
        return services;
    }
}
