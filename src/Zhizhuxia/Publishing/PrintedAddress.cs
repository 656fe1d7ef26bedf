namespace Zhizhuxia.Publishing;

/// <summary>What newspaper readers scan.</summary>
/// <param name="Address">The public address of the piece, in capitals.</param>
/// <param name="QrReads">What its QR code reads back as; null if it cannot be read or printed.</param>
public sealed record PrintedAddress(string Address, string? QrReads);
