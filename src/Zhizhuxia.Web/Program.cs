using Zhizhuxia.Web.Shared;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddPages(builder.Configuration);

var app = builder.Build();
app.UseExceptionHandler("/error/500");
app.UseStatusCodePagesWithReExecute("/error/{0}");
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
app.Run();
