using Zhizhuxia;
using Zhizhuxia.Data;
using Zhizhuxia.Operation;
using Zhizhuxia.Worker;

if (OperatorCommand.IsAsked(args))
    return await OperatorCommand.RunAsync(args);

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddZhizhuxia(builder.Configuration);
var host = builder.Build();
if (!await Schema.IsReadyAsync(host.Services, CancellationToken.None))
    return Schema.RefusedExitCode;
await host.RunToStopAsync();
return 0;
