using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;
using Zhizhuxia.Settings;
using Zhizhuxia.Web.Submit;

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
        services.AddLive<SiteOptions>("Site");
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "zzx-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.HeaderName = "X-Form-Token";
        });
        services.AddScoped<SubmitPiece>();
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = "zzx-said");
        services.AddRazorPages(options => options.RootDirectory = "/")
            .AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false)
            .AddMvcOptions(SpeakChinese)
            .AddMvcOptions(options => options.Filters.Add<NeedsHandler>());
        return services;
    }

    private static void SpeakChinese(MvcOptions options)
    {
        options.ValidateComplexTypesIfChildValidationFails = true; // everything that is missing at once
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => "这一项没有看懂，请重新填写。");
        messages.SetUnknownValueIsInvalidAccessor(_ => "这一项没有看懂，请重新填写。");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "这一项没有看懂，请重新填写。");
        messages.SetValueIsInvalidAccessor(_ => "这一项没有看懂，请重新填写。");
        messages.SetValueMustNotBeNullAccessor(_ => "请填写这一项。");
        messages.SetValueMustBeANumberAccessor(_ => "请填写数字。");
        messages.SetMissingBindRequiredValueAccessor(_ => "请填写这一项。");
    }
}
