using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>
/// The one-time link in the receipt of a mail, by which its reader completes consents and declarations. Nothing is stored: the code is made from the
/// piece, works until the declarations are there, and not for ever.
/// </summary>
public sealed class CompleteLink(SecretKey key, IOptions<IntakeOptions> options)
{
    private const int CodeBytes = 32;
    private const int IdBytes = 16;

    /// <summary>43 characters of base64url: the piece's id and half an HMAC (128 bits).</summary>
    public string CodeFor(Submission piece) =>
        Base64Url.EncodeToString([.. piece.Id.ToByteArray(), .. key.Sign("complete-link", piece.Id.ToString("N")).AsSpan(0, CodeBytes - IdBytes)]);

    /// <summary>Which piece a code says it is for; null if it is no such code. Says nothing of its worth: see <see cref="Opens"/>.</summary>
    public static Guid? PieceOf(string code) => AnswerLink.PieceOf(code);

    /// <summary>The piece came by mail, is being read, still lacks its declarations, and the code is its own and not too old.</summary>
    /// <param name="code">What the reader's link carried.</param>
    /// <param name="piece">With its consents.</param>
    public bool Opens(string code, Submission piece, DateTimeOffset now) =>
        piece is { Channel: Channel.Mail, State: State.Review1 or State.Review2 or State.Review3 or State.Waiting }
        && piece.Declarations is null
        && now < piece.CreatedAt + options.Value.CompleteWithin
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(CodeFor(piece)));
}
