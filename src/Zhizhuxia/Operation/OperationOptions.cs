using System.ComponentModel.DataAnnotations;

namespace Zhizhuxia.Operation;

/// <summary>Section <c>Operation</c>: what operators' commands go by.</summary>
public sealed class OperationOptions
{
    public const string Section = "Operation";

    /// <summary>A file without a row is left alone while it is younger than this: its row may be about to be written.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00")]
    public TimeSpan Grace { get; set; } = TimeSpan.FromHours(24);

    /// <summary>From one look through rows and files to the next; after a start there is one at once.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "365.00:00:00")]
    public TimeSpan ReconcileEvery { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Folder of pg_dump and pg_restore, which must not be older than the server; empty: Debian's newest, then PATH.</summary>
    public string PostgresFolder { get; set; } = "";
}
