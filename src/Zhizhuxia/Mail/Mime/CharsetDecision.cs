namespace Zhizhuxia.Mail.Mime;

/// <summary>In which charset some words were read.</summary>
/// <param name="Where">A header's name, or "text".</param>
/// <param name="Declared">What the mail says, or null.</param>
/// <param name="Used">Name of the charset that was used.</param>
public sealed record CharsetDecision(string Where, string? Declared, string Used);
