using System.ComponentModel.DataAnnotations;
using Zhizhuxia.Mail.Mime;

namespace Zhizhuxia.Mail;

/// <summary>How the newsroom writes to its readers. Section <c>Mail</c>.</summary>
public sealed class MailOptions : IValidatableObject
{
    public const string Section = "Mail";

    /// <summary>The sender's name.</summary>
    [Required, MaxLength(60)]
    public string FromName { get; set; } = "知株侠";

    /// <summary>The sender's address. The default goes nowhere.</summary>
    [Required]
    public string FromAddress { get; set; } = "zhizhuxia@newsroom.invalid";

    /// <summary>Further addresses of the newsroom: what comes from them is no reader's mail.</summary>
    public IReadOnlyList<string> OwnAddresses { get; set; } = [];

    /// <summary>Root of the site as readers reach it, without a slash at its end.</summary>
    [Required, Url]
    public string PublicAddress { get; set; } = "http://127.0.0.1:5080";

    /// <summary>Who signs.</summary>
    [Required]
    public string Signature { get; set; } = "株洲日报 · 知株侠";

    /// <summary>How to reach the newsroom: telephone, hours; empty: no such line.</summary>
    public string ContactLine { get; set; } = "";

    /// <summary>When editors are told what waits for them: times of the day in Beijing, separated by blanks; empty: never.</summary>
    public string DigestAt { get; set; } = "08:30 15:30";

    internal DigestTimes Digests => DigestTimes.TryParse(DigestAt, out var times) ? times : throw new FormatException("Mail:DigestAt is no list of times");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!MailAddress.TryParse(FromAddress, out _))
            yield return new("Mail:FromAddress is not a mail address", [nameof(FromAddress)]);
        if (PublicAddress.EndsWith('/'))
            yield return new("Mail:PublicAddress has no slash at its end", [nameof(PublicAddress)]);
        if (!DigestTimes.TryParse(DigestAt, out _))
            yield return new("Mail:DigestAt is not times of the day such as 08:30 15:30", [nameof(DigestAt)]);
    }
}
