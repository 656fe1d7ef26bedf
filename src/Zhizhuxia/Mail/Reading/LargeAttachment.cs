namespace Zhizhuxia.Mail.Reading;

/// <summary>超大附件: a link of the sender's mail provider that expires. Nothing is fetched from it.</summary>
/// <param name="Name">Null if the mail does not say.</param>
/// <param name="Size">In the mail's words, such as 128.03M; null if it does not say.</param>
/// <param name="Url">Null if only the words were found.</param>
/// <param name="Expires">Null if it does not say, or never.</param>
public sealed record LargeAttachment(string? Name, string? Size, string? Url, DateTimeOffset? Expires);
