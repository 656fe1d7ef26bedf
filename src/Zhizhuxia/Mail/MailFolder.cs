namespace Zhizhuxia.Mail;

/// <param name="Name">As the mailbox calls it, decoded.</param>
/// <param name="IsJunk">What lies here is 疑似垃圾.</param>
public sealed record MailFolder(string Name, bool IsJunk);
