using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Zhizhuxia.Accounts;
using Zhizhuxia.Data;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Web.Account;

/// <summary>Sign-in of the newsroom: Identity with one cookie, the security stamp checked every minute (security §3).</summary>
internal static class AccountSetup
{
    public static void AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AccountsOptions>().Bind(configuration.GetSection(AccountsOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpContextAccessor();
        services.AddIdentity();
        services.AddCookies();
        services.AddKeys();
        services.AddTransient<SignInParts>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<HalfSignIn>();
        services.AddScoped<TryPassword>();
        services.AddScoped<SecondFactor>();
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

    private static void AddCookies(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<AccountsOptions>>((cookie, accounts) =>
        {
            Close(cookie, "zzx-desk");
            cookie.ExpireTimeSpan = accounts.Value.Idle;
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/account/login";
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
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<StorageOptions>, ILoggerFactory>((keys, storage, logs) =>
            keys.XmlRepository = new FileSystemXmlRepository(Directory.CreateDirectory(storage.Value.Folder("keys")), logs));
    }
}
