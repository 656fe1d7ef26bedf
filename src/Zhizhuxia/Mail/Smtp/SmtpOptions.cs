using System.ComponentModel.DataAnnotations;

namespace Zhizhuxia.Mail.Smtp;

/// <summary>The mail server letters are handed to. Section <c>Mail</c>. Password and token come by environment or file only.</summary>
public sealed class SmtpOptions : IValidatableObject
{
    public const string Section = "Mail";

    /// <summary>Empty: no server, mails are written into a folder.</summary>
    [MaxLength(253)]
    public string SmtpHost { get; set; } = "";

    /// <summary>0: 465, with STARTTLS 587.</summary>
    [Range(0, 65535)]
    public int SmtpPort { get; set; }

    public SmtpSecurity SmtpSecurity { get; set; } = SmtpSecurity.Implicit;

    /// <summary>Empty: no login.</summary>
    [MaxLength(254)]
    public string SmtpUser { get; set; } = "";

    /// <summary>With QQ and 163 the 授权码; with XOAUTH2 an access token.</summary>
    public string SmtpPassword { get; set; } = "";

    /// <summary>Read anew for every connection, so that a token may be renewed; white space at the end does not count.</summary>
    public string SmtpPasswordFile { get; set; } = "";

    public SmtpLogin SmtpLogin { get; set; } = SmtpLogin.Password;

    /// <summary>PEM file of certificates that are trusted beside the system's: for a private server.</summary>
    public string SmtpCaFile { get; set; } = "";

    /// <summary>Longest wait for the connection and for each answer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan SmtpTimeout { get; set; } = TimeSpan.FromMinutes(1);

    public bool IsOn => SmtpHost.Length > 0;

    /// <summary>The one that is used.</summary>
    public int Port => (SmtpPort, SmtpSecurity) switch
    {
        (0, SmtpSecurity.Implicit) => 465,
        (0, _) => 587,
        _ => SmtpPort,
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsOn && Uri.CheckHostName(SmtpHost) is UriHostNameType.Unknown)
            yield return new("Mail:SmtpHost is not a host name", [nameof(SmtpHost)]);
        if (SmtpPassword.Length > 0 && SmtpPasswordFile.Length > 0)
            yield return new("Mail:SmtpPassword and Mail:SmtpPasswordFile: one of them", [nameof(SmtpPasswordFile)]);
        if (SmtpUser.Length > 0 && SmtpPassword.Length == 0 && SmtpPasswordFile.Length == 0)
            yield return new("Mail:SmtpUser needs Mail:SmtpPassword or Mail:SmtpPasswordFile", [nameof(SmtpUser)]);
        if (SmtpPasswordFile.Length > 0 && !File.Exists(SmtpPasswordFile))
            yield return new("Mail:SmtpPasswordFile is not there", [nameof(SmtpPasswordFile)]);
        if (SmtpCaFile.Length > 0 && !File.Exists(SmtpCaFile))
            yield return new("Mail:SmtpCaFile is not there", [nameof(SmtpCaFile)]);
    }

    /// <summary>Password or token as it is now.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    internal async Task<string> SecretAsync(CancellationToken ct) =>
        SmtpPasswordFile.Length > 0 ? (await File.ReadAllTextAsync(SmtpPasswordFile, ct)).TrimEnd() : SmtpPassword;
}

/// <summary>How the connection becomes private. There is no third way.</summary>
public enum SmtpSecurity
{
    /// <summary>TLS from the first byte (RFC 8314 §3.3).</summary>
    Implicit,

    /// <summary>TLS on the server's word; without it nothing is said.</summary>
    StartTls,
}

public enum SmtpLogin
{
    /// <summary>PLAIN, or LOGIN where that is what the server offers.</summary>
    Password,

    /// <summary>The password is an OAuth 2 access token.</summary>
    XOAuth2,
}
