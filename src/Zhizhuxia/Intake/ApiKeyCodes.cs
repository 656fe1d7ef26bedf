using System.Buffers.Text;
using System.Security.Cryptography;
using Zhizhuxia.Accounts;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Intake;

/// <summary>The keys of partners: 256 random bits, of which only an HMAC is stored, so that whoever reads the database or its backup holds no key.</summary>
public sealed class ApiKeyCodes(SecretKey secret)
{
    private const string Mark = "zzx_";

    /// <summary>A new key, 47 characters.</summary>
    public static string New() => Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What <see cref="ApiKey.Hash"/> holds for a key.</summary>
    public string HashOf(string key) => Convert.ToHexStringLower(secret.Sign("api-key", key));
}
