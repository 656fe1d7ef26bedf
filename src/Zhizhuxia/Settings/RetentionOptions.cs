using System.ComponentModel.DataAnnotations;

namespace Zhizhuxia.Settings;

/// <summary>Section <c>Retention</c>: how long things are kept (domain §8).</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Originals of pieces that were not adopted, after closing.</summary>
    [Range(1, 3650)]
    public int OriginalDays { get; set; } = 90;

    /// <summary>Name, mobile and address of closed pieces; then pseudonymised.</summary>
    [Range(1, 3650)]
    public int ContactDays { get; set; } = 180;

    /// <summary>Raw messages of readers' mails.</summary>
    [Range(1, 3650)]
    public int RawMailDays { get; set; } = 180;

    /// <summary>Originals of adopted pieces, after they are published no more.</summary>
    [Range(1, 50)]
    public int AdoptedYears { get; set; } = 3;
}
