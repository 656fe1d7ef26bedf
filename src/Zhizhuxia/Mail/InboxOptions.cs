using System.ComponentModel.DataAnnotations;

namespace Zhizhuxia.Mail;

/// <summary>The mailbox that readers write to. Section <c>Inbox</c>. Password and token by environment or file only.</summary>
public sealed class InboxOptions : IValidatableObject
{
    public const string Section = "Inbox";

    public MailboxKind Kind { get; set; } = MailboxKind.Folder;

    /// <summary>IMAP server, always by TLS from the first byte.</summary>
    public string Host { get; set; } = "";

    [Range(1, 65535)]
    public int Port { get; set; } = 993;

    public string User { get; set; } = "";

    /// <summary>For QQ and 163 the 授权码, not the password of the mailbox.</summary>
    public string Password { get; set; } = "";

    /// <summary>An OAuth2 access token; where given, XOAUTH2 is used instead of the password.</summary>
    public string AccessToken { get; set; } = "";

    /// <summary>A PEM file with the certificate (or its authority) of a server that the system does not know.</summary>
    public string? TrustedCertificate { get; set; }

    /// <summary>Name of the junk folder, where the server does not mark it; empty: only the marked one.</summary>
    public string JunkFolder { get; set; } = "";

    /// <summary>Mails that were taken are moved to <see cref="TakenFolder"/>.</summary>
    public bool MoveTaken { get; set; }

    /// <summary>Made where it is missing.</summary>
    [Required]
    public string TakenFolder { get; set; } = "已收";

    /// <summary>How often a folder is looked at, and how long a file there must not have changed.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How often a server without IDLE is asked.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan AskEvery { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>How long one IDLE lasts before it is issued anew; the junk folder is looked at in between. Never more than 9 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:09:00")]
    public TimeSpan IdleFor { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>A server that says nothing for so long in answer to a command is taken for gone.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Silence { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The first wait after trouble; it doubles up to 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:05:00")]
    public TimeSpan FirstBackOff { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>So long without a good round raises the alarm.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan AlarmAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How far back mail is looked for at the first visit, and after the server has numbered its mails anew.</summary>
    [Range(1, 3650)]
    public int RescanDays { get; set; } = 30;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind is not MailboxKind.Imap)
            yield break;
        if (Host.Length == 0 || User.Length == 0)
            yield return new("Inbox:Host and Inbox:User are needed with Inbox:Kind=Imap", [nameof(Host), nameof(User)]);
        if (Password.Length == 0 && AccessToken.Length == 0)
            yield return new("Inbox:Password or Inbox:AccessToken is needed with Inbox:Kind=Imap", [nameof(Password)]);
        if ($"{User}{Password}{AccessToken}".Any(char.IsControl))
            yield return new("Inbox:User, Password and AccessToken have no control characters", [nameof(Password)]);
        if (TrustedCertificate is { Length: > 0 } file && !File.Exists(file))
            yield return new("Inbox:TrustedCertificate is not there", [nameof(TrustedCertificate)]);
    }
}
