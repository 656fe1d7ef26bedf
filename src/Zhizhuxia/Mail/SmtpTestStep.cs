namespace Zhizhuxia.Mail;

/// <summary>One step towards the mail server.</summary>
/// <param name="Name">What is tried, in Chinese.</param>
/// <param name="Trouble">Why it did not work, a code of <see cref="MailRefusals"/>; null: it did.</param>
/// <param name="Words">Technical, for an administrator.</param>
public sealed record SmtpTestStep(string Name, string? Trouble, string Words);
