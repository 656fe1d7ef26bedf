using System.Text;

namespace Zhizhuxia.Mail;

/// <summary>What is said when logging in, the same for IMAP and SMTP (RFC 4422).</summary>
internal static class Sasl
{
    /// <summary>RFC 4616.</summary>
    public static string Plain(string user, string password) => Base64($"\0{user}\0{password}");

    /// <summary>Google's and Microsoft's way to log in by an OAuth2 access token.</summary>
    public static string XOAuth2(string user, string token) => Base64($"user={user}\u0001auth=Bearer {token}\u0001\u0001");

    public static string Base64(string words) => Convert.ToBase64String(Encoding.UTF8.GetBytes(words));
}
