namespace Zhizhuxia.Mail.Reading;

/// <summary>An address that a text links to.</summary>
/// <param name="At">Where in the text its words begin.</param>
/// <param name="Expires">QQ's expiretime, or null.</param>
internal sealed record PlacedLink(int At, string Url, DateTimeOffset? Expires);
