using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using Zhizhuxia.Jobs;

namespace Zhizhuxia.Operation;

/// <summary>Sends figures to a collector, if one is named: ours, and those that ASP.NET, the runtime and the database's driver count themselves.</summary>
internal sealed class ExportFigures(IOptions<TelemetryOptions> options, IOptions<JobsOptions> jobs) : IHostedService
{
    private static readonly string[] _meters =
    [
        PortalMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime", "Npgsql",
    ];

    private MeterProvider? _provider;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.OtlpAddress is { } address)
            _provider = Sdk.CreateMeterProviderBuilder()
                .ConfigureResource(resource => resource.AddService(AppDomain.CurrentDomain.FriendlyName, serviceInstanceId: jobs.Value.Worker, autoGenerateServiceInstanceId: false))
                .AddMeter(_meters)
                .AddOtlpExporter((exporter, reader) =>
                {
                    exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
                    exporter.Endpoint = new Uri($"{address.AbsoluteUri.TrimEnd('/')}/v1/metrics");
                    exporter.Headers = options.Value.OtlpHeaders;
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)options.Value.Every.TotalMilliseconds;
                })
                .Build();
        return Task.CompletedTask;
    }

    /// <summary>The last figures are sent.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _provider?.Dispose();
        return Task.CompletedTask;
    }
}
