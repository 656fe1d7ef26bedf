using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Zhizhuxia.Accounts;
using Zhizhuxia.Data;

namespace Zhizhuxia.Web.Account;

/// <summary>Sign-in of the newsroom: Identity with one cookie, the security stamp checked every minute (security §3).</summary>
internal static class AccountSetup
{
    public static void AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpContextAccessor();
        services.AddIdentity();
        services.AddPasskeys();
        services.AddCookies();
        services.AddKeys();
        services.AddTransient<SignInParts>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<HalfSignIn>();
        services.AddScoped<TryPassword>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<PasskeyChallenge>();
        services.AddScoped<Passkeys>();
        services.AddScoped<AccountRecord>();
        services.AddSingleton<FirstAdministrator>().AddHostedService(provider => provider.GetRequiredService<FirstAdministrator>());
    }

    private static void AddIdentity(this IServiceCollection services)
    {
        services.AddIdentityCore<Editor>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = "";
                options.Password = new() { RequiredLength = 0, RequiredUniqueChars = 0, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
                options.Lockout.MaxFailedAccessAttempts = 6;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddEntityFrameworkStores<PortalDb>()
            .AddSignInManager<EditorSignIn>()
            .AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<EditorClaims>()
            .AddPasswordValidator<PasswordRule>()
            .AddErrorDescriber<IdentityWords>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 220_000);
        services.AddOptions<SecurityStampValidatorOptions>()
            .Configure<IOptions<AccountsOptions>>((validator, accounts) => validator.ValidationInterval = accounts.Value.StampChecked);
        services.AddOptions<DataProtectionTokenProviderOptions>()
            .Configure<IOptions<AccountsOptions>>((tokens, accounts) => tokens.TokenLifespan = accounts.Value.Invitation);
    }

    private static void AddPasskeys(this IServiceCollection services) => services.Configure<IdentityPasskeyOptions>(options =>
    {
        (options.UserVerificationRequirement, options.ResidentKeyRequirement) = ("required", "required");
        // Identity compares with the header Origin, which our Referrer-Policy makes "null" on a form.
        options.ValidateOrigin = asked => ValueTask.FromResult(!asked.CrossOrigin && asked.Origin == $"{asked.HttpContext.Request.Scheme}://{asked.HttpContext.Request.Host}");
    });

    private static void AddCookies(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<AccountsOptions>>((cookie, accounts) =>
        {
            Close(cookie, "zzx-desk");
            cookie.ExpireTimeSpan = accounts.Value.Idle;
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/account/login";
            cookie.Events.OnCheckSlidingExpiration = Review.DeskEvents.RenewAsync;
            cookie.Events.OnValidatePrincipal = EditorSignIn.ValidateAsync;
            cookie.Events.OnRedirectToLogin = Strangers.ToSignInAsync;
            cookie.Events.OnRedirectToAccessDenied = Strangers.NotThereAsync;
        });
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, cookie =>
        {
            Close(cookie, "zzx-half");
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        });
    }

    private static void Close(CookieAuthenticationOptions options, string name)
    {
        options.Cookie.Name = name;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.CookieManager = new HostCookies();
    }

    private static void AddKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("zhizhuxia");
        services.AddSingleton<CookieKeys>().AddSingleton<KeyCipher>();
        services.AddOptions<KeyManagementOptions>().Configure<CookieKeys, KeyCipher>((keys, shelf, cipher) =>
            (keys.XmlRepository, keys.XmlEncryptor) = (shelf, cipher));
    }
}
