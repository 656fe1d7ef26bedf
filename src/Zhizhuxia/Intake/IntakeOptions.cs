using System.ComponentModel.DataAnnotations;

namespace Zhizhuxia.Intake;

/// <summary>Section <c>Intake</c>: what a reader may send.</summary>
public sealed class IntakeOptions
{
    public const string Section = "Intake";

    /// <summary>One file at most.</summary>
    [Range(1, 1 << 20)]
    public int MaxFileMiB { get; set; } = 4096;

    /// <summary>Files of one piece at most.</summary>
    [Range(1, 100)]
    public int MaxFiles { get; set; } = 5;

    /// <summary>A file sent with the plain form, without script, at most.</summary>
    [Range(1, 4096)]
    public int MaxFormFilmMiB { get; set; } = 200;

    /// <summary>What one browser may announce within 24 hours.</summary>
    [Range(1, 1 << 20)]
    public int GiBPerBrowserAndDay { get; set; } = 20;

    /// <summary>What one address (IPv6: one /64) may announce within 24 hours. Mobile networks share addresses.</summary>
    [Range(1, 1 << 20)]
    public int GiBPerAddressAndDay { get; set; } = 30;

    /// <summary>An unfinished upload is kept this long after its last byte, a draft that was never submitted this long after its last upload.</summary>
    public TimeSpan Kept { get; set; } = TimeSpan.FromHours(48);

    /// <summary>A row of a finished or expired upload is remembered this long, so that its address answers "gone" and not "never was".</summary>
    public TimeSpan Remembered { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Bytes are synced and acknowledged in pieces of this size; a killed server loses at most one.</summary>
    [Range(1, 256)]
    public int SliceMiB { get; set; } = 8;

    /// <summary>A newer request waits this long for the older one to let go.</summary>
    public TimeSpan TakeOverWithin { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether the pages of links are looked at for their titles: the only requests that leave the house.</summary>
    public bool FetchLinks { get; set; } = true;

    /// <summary>How long the link in the receipt of a mail opens its page.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "365.00:00:00")]
    public TimeSpan CompleteWithin { get; set; } = TimeSpan.FromDays(30);

    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromHours(1);

    public long MaxFileBytes => (long)MaxFileMiB << 20;

    public long MaxFormFilmBytes => (long)MaxFormFilmMiB << 20;
}
