namespace Zhizhuxia.Mail;

/// <summary>One step towards a mail server.</summary>
/// <param name="Name">What is tried, in Chinese.</param>
/// <param name="Trouble">Why it did not work, a code of <see cref="MailRefusals"/> or <see cref="TestInbox"/>; null: it did.</param>
/// <param name="Words">Technical, for an administrator.</param>
public sealed record MailTestStep(string Name, string? Trouble, string Words);
