namespace Zhizhuxia.Mail.Mime;

/// <summary>One header field as it came.</summary>
/// <param name="Name">As written; compared without case.</param>
/// <param name="Raw">Unfolded; each character is one byte, because nothing says yet what they mean.</param>
public sealed record MimeField(string Name, string Raw);
