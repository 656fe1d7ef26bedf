using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>
/// The one-time link of a mail that asks the reader to complete a piece. Nothing is stored: the code is made from the piece and
/// this one request, so an answer, a withdrawal or a later request makes it void.
/// </summary>
public sealed class AnswerLink(SecretKey key)
{
    private const int CodeBytes = 32;
    private const int IdBytes = 16;

    /// <summary>43 characters of base64url: the piece's id and half an HMAC (128 bits).</summary>
    /// <param name="piece">With its history.</param>
    public string CodeFor(Submission piece) => Base64Url.EncodeToString([.. piece.Id.ToByteArray(), .. Mark(piece)]);

    /// <summary>Which piece a code says it is for; null if it is no such code. Says nothing of its worth: see <see cref="Opens"/>.</summary>
    public static Guid? PieceOf(string code)
    {
        Span<byte> bytes = stackalloc byte[CodeBytes];
        return code.Length == Base64Url.GetEncodedLength(CodeBytes) && Base64Url.IsValid(code) && Base64Url.TryDecodeFromChars(code, bytes, out var read) && read == CodeBytes
            ? new Guid(bytes[..IdBytes])
            : null;
    }

    /// <summary>The piece waits for exactly the answer this code was made for.</summary>
    /// <param name="code">What the reader's link carried.</param>
    /// <param name="piece">With its history.</param>
    public bool Opens(string code, Submission piece) =>
        piece.State is State.Waiting
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(CodeFor(piece)));

    private byte[] Mark(Submission piece)
    {
        var requests = piece.History.Count(step => step.Verb is Verb.Ask);
        return key.Sign("answer-link", string.Create(CultureInfo.InvariantCulture, $"{piece.Id:N} {requests}"))[..(CodeBytes - IdBytes)];
    }
}
