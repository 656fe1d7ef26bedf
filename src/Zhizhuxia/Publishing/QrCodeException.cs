namespace Zhizhuxia.Publishing;

/// <summary>A QR code that cannot be printed, or cannot be read. The message is for the newsroom's technicians.</summary>
public sealed class QrCodeException(string message) : Exception(message);
