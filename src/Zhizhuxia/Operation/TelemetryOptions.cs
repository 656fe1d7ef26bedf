using System.ComponentModel.DataAnnotations;

namespace Zhizhuxia.Operation;

/// <summary>Section <c>Telemetry</c>: figures for a collector that speaks OTLP.</summary>
public sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>Root of the collector's HTTP interface, for example <c>http://127.0.0.1:4318</c>; none: nothing is exported.</summary>
    public Uri? OtlpAddress { get; set; }

    /// <summary>Sent along, <c>name=value,name=value</c>; a token in it is a secret.</summary>
    public string? OtlpHeaders { get; set; }

    /// <summary>How often figures are read and sent.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromMinutes(1);
}
