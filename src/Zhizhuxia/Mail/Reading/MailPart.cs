namespace Zhizhuxia.Mail.Reading;

/// <summary>An attachment, wherever in the mail it lay.</summary>
/// <param name="Name">Text to show, never a path.</param>
/// <param name="Type">By content.</param>
/// <param name="Size">Decoded bytes.</param>
/// <param name="Sha256">Of the decoded bytes, lower-case hexadecimal.</param>
/// <param name="Inline">Shown within the text: no attachment unless it is a video.</param>
/// <param name="Video">By content, not by label.</param>
/// <param name="Truncated">The mail breaks off within it: ask again.</param>
public sealed record MailPart(string Name, string Type, long Size, string Sha256, bool Inline, bool Video, bool Truncated);
