using Zhizhuxia;
using Zhizhuxia.Data;
using Zhizhuxia.Worker;

if (OperatorCommand.IsAsked(args))
    return await OperatorCommand.RunAsync(args);

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddZhizhuxia(builder.Configuration);
var host = builder.Build();
await host.Services.MigrateAsync(CancellationToken.None);
await host.RunAsync();
return 0;
