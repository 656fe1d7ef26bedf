namespace Zhizhuxia.Mail;

/// <param name="Uid">Its number in the folder; null where mails have none.</param>
/// <param name="Identity">The same for the same mail at the same place, and for no other.</param>
public sealed record MailItem(long? Uid, string Identity);
