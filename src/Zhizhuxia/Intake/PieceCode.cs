using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Intake;

/// <summary>What a link in a letter carries: the id of a piece and half an HMAC (128 bits), 43 characters of base64url. Nothing of it is stored.</summary>
internal static class PieceCode
{
    private const int CodeBytes = 32;
    private const int IdBytes = 16;

    /// <param name="purpose">What the link is for, so that no code opens another door.</param>
    /// <param name="meaning">What the code vouches for; another meaning, another code.</param>
    public static string For(SecretKey key, string purpose, Guid piece, string meaning) =>
        Base64Url.EncodeToString([.. piece.ToByteArray(), .. key.Sign(purpose, meaning).AsSpan(0, CodeBytes - IdBytes)]);

    /// <summary>Which piece a code says it is for; null if it is no such code. Says nothing of its worth.</summary>
    public static Guid? PieceOf(string code)
    {
        Span<byte> bytes = stackalloc byte[CodeBytes];
        return code.Length == Base64Url.GetEncodedLength(CodeBytes) && Base64Url.IsValid(code) && Base64Url.TryDecodeFromChars(code, bytes, out var read) && read == CodeBytes
            ? new Guid(bytes[..IdBytes])
            : null;
    }

    /// <summary>Takes equally long, right or wrong.</summary>
    public static bool Same(string said, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(said), Encoding.UTF8.GetBytes(right));
}
