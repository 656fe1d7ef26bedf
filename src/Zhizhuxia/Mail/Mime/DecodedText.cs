namespace Zhizhuxia.Mail.Mime;

/// <summary>Words and the charset they were read in.</summary>
/// <param name="IsAscii">Every charset would read them so.</param>
public sealed record DecodedText(string Text, string Charset, bool IsAscii);
