namespace Zhizhuxia.Web.Admin;

internal static class AdminSetup
{
    /// <summary>What the administrators' pages do.</summary>
    public static void AddAdministration(this IServiceCollection services)
    {
        services.AddScoped<ChangeEditor>();
        services.AddScoped<InviteEditor>();
        services.AddScoped<ArrangeColumns>();
        services.AddScoped<ChangeSetting>();
        services.AddScoped<IssueApiKey>();
    }
}
