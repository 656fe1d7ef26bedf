using System.Diagnostics.Metrics;

namespace Zhizhuxia;

/// <summary>
/// What this process counts while it works, by OpenTelemetry's conventions: names with dots, units of UCUM, totals that only grow. Costs next to
/// nothing while nobody listens.
/// </summary>
public static class PortalMeter
{
    public const string Name = "Zhizhuxia";

    private static readonly Meter _meter = new(Name);

    /// <summary>Steps of pieces, by verb; those by which a piece came in, by its kind and channel.</summary>
    public static Counter<long> Steps { get; } = _meter.CreateCounter<long>("zhizhuxia.submission.steps", "{step}", "Steps in the histories of pieces");

    public static Counter<long> Submissions { get; } = _meter.CreateCounter<long>("zhizhuxia.submissions", "{submission}", "Pieces that came in");

    /// <summary>By what became of them: begun, done.</summary>
    public static Counter<long> Uploads { get; } = _meter.CreateCounter<long>("zhizhuxia.uploads", "{upload}", "Uploads begun and done");

    public static Counter<long> UploadBytes { get; } = _meter.CreateCounter<long>("zhizhuxia.upload.io", "By", "Bytes of uploads that are on disk");

    /// <summary>By direction: received, sent.</summary>
    public static Counter<long> Mails { get; } = _meter.CreateCounter<long>("zhizhuxia.mails", "{mail}", "Mails taken in and handed over");

    /// <summary>Of the last round that this process made.</summary>
    public static Gauge<int> ReconcileFindings { get; } = _meter.CreateGauge<int>("zhizhuxia.reconcile.findings", "{finding}", "Rows and files that do not agree");

    /// <summary>By kind and outcome: done, failed, lost, postponed, stopped.</summary>
    public static Histogram<double> JobDuration { get; } = _meter.CreateHistogram(
        "zhizhuxia.job.duration", "s", "Attempts of jobs", null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 3600] });
}
