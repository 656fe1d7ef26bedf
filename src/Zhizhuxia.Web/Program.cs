using Zhizhuxia;
using Zhizhuxia.Data;
using Zhizhuxia.Demo;
using Zhizhuxia.Operation;
using Zhizhuxia.Storage;
using Zhizhuxia.Web;
using Zhizhuxia.Web.Account;
using Zhizhuxia.Web.Admin;
using Zhizhuxia.Web.Review;
using Zhizhuxia.Web.Shared;
using Zhizhuxia.Web.Status;
using Zhizhuxia.Web.Submit;
using Zhizhuxia.Web.Uploads;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(Limits.Apply);

builder.Services.AddZhizhuxia(builder.Configuration);
builder.Services.AddAccounts(builder.Configuration);
builder.Services.AddAdministration();
builder.Services.AddProxies(builder.Configuration);
builder.Services.AddLimits(builder.Configuration);
builder.Services.AddUploads();
builder.Services.AddApiJson();
builder.Services.AddPages(builder.Configuration);
builder.Services.AddRefusals();
builder.Services.AddApiDocument();
builder.Services.AddPolicies();
builder.Services.AddHealth();
builder.Services.AddDemo(builder.Configuration);
builder.Services.AddDesk();

var app = builder.Build();
app.Services.GetRequiredService<SecretKey>(); // made at the first start; without it nothing may begin
if (!await Schema.IsReadyAsync(app.Services, app.Lifetime.ApplicationStopping))
    return Schema.RefusedExitCode;

app.UseProxies();
app.UseSecurityHeaders();
app.UseRefusals();
app.UseSameOrigin();
app.UseRouting();
app.UseRateLimiter();
app.UseAuthentication();
app.UseEnrolment();
app.UseAuthorization();

app.MapStaticAssets().AllowAnonymous();
app.MapOpenApi().AllowAnonymous();
app.MapHealth();
app.MapUploads();
app.MapSubmissions();
app.MapLinks();
app.MapStatus();
app.MapDesk();
app.MapRazorPages().WithStaticAssets();
app.MapNowhere();

if (app.Configuration.GetValue<bool>(AccessTable.Setting))
    await AccessTable.PrintAsync(app);
else
    await app.RunToStopAsync();
return 0;
