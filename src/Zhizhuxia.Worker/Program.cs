using Zhizhuxia;
using Zhizhuxia.Data;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddZhizhuxia(builder.Configuration);
var host = builder.Build();
await host.Services.MigrateAsync(CancellationToken.None);
await host.RunAsync();
