using Zhizhuxia.Storage;

namespace Zhizhuxia.Mail;

/// <summary>A message as it came, safely in the store.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="MessageId">With angle brackets, as it came; or null.</param>
/// <param name="From">The sender's address as written; or null.</param>
public sealed record RawMail(BlobKey Key, long Size, string Sha256, string? MessageId, string? From, DateTimeOffset? SentAt);
