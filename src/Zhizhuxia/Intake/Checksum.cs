using System.Security.Cryptography;

namespace Zhizhuxia.Intake;

/// <summary>The Upload-Checksum header (tus 1.0, Checksum): "the name of the used checksum algorithm and the Base64 encoded checksum separated by a space".</summary>
public sealed record Checksum(HashAlgorithmName Algorithm, byte[] Value)
{
    /// <summary>For the Tus-Checksum-Algorithm header.</summary>
    public const string Algorithms = "sha1,sha256";

    /// <summary>Null if the algorithm is not one of ours or the value is no checksum of it.</summary>
    public static Checksum? Parse(string header)
    {
        var parts = header.Split(' ');
        if (parts.Length != 2)
            return null;
        var value = new byte[parts[1].Length];
        if (!Convert.TryFromBase64String(parts[1], value, out var count))
            return null;
        return (parts[0], count) switch
        {
            ("sha1", SHA1.HashSizeInBytes) => new(HashAlgorithmName.SHA1, value[..count]),
            ("sha256", SHA256.HashSizeInBytes) => new(HashAlgorithmName.SHA256, value[..count]),
            _ => null,
        };
    }

    public bool Is(byte[] hash) => CryptographicOperations.FixedTimeEquals(hash, Value);
}
