namespace Zhizhuxia.Intake;

/// <summary>An upload that a browser announces.</summary>
/// <param name="Draft">The piece being filled in; made by the page.</param>
/// <param name="OwnerHash">SHA-256 (lower-case hex) of the browser's upload cookie.</param>
/// <param name="Address">Where it comes from, IPv6 as its /64.</param>
/// <param name="FileName">As sent.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Metadata">The Upload-Metadata header as sent, or null.</param>
public sealed record NewUpload(Guid Draft, string OwnerHash, string Address, string? FileName, long Length, string? Metadata);
