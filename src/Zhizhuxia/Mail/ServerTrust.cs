using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Zhizhuxia.Mail;

/// <summary>Whom we believe to be the mail server: by name, and by the system's authorities or the operator's own.</summary>
internal static class ServerTrust
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <param name="host">The name it must bear.</param>
    /// <param name="authorities">A PEM file; empty: the system's alone.</param>
    public static SslClientAuthenticationOptions For(string host, string authorities) => new()
    {
        TargetHost = host,
        RemoteCertificateValidationCallback = (_, certificate, chain, errors) => errors switch
        {
            SslPolicyErrors.None => true,
            // A wrong name is never mended by whom one trusts.
            SslPolicyErrors.RemoteCertificateChainErrors when authorities.Length > 0 => certificate is X509Certificate2 leaf && IsOurs(leaf, chain, authorities),
            _ => false,
        },
    };

    private static bool IsOurs(X509Certificate2 leaf, X509Chain? sent, string authorities)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(authorities);
        foreach (var element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        return chain.Build(leaf);
    }
}
