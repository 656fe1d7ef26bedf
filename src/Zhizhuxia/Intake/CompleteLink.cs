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
    /// <summary>How long it works.</summary>
    public TimeSpan Lasts => options.Value.CompleteWithin;

    /// <summary>43 characters of base64url.</summary>
    public string CodeFor(Submission piece) => PieceCode.For(key, "complete-link", piece.Id, piece.Id.ToString("N"));

    /// <summary>Which piece a code says it is for; null if it is no such code. Says nothing of its worth: see <see cref="Opens"/>.</summary>
    public static Guid? PieceOf(string code) => PieceCode.PieceOf(code);

    /// <summary>The piece came by mail or telephone, is being read, still lacks its declarations, and the code is its own and not too old.</summary>
    /// <param name="code">What the reader's link carried.</param>
    /// <param name="piece">With its consents.</param>
    public bool Opens(string code, Submission piece, DateTimeOffset now) =>
        CanOpen(piece, now) && PieceCode.Same(code, CodeFor(piece));

    /// <summary>Its link, with the right code, still opens the form.</summary>
    public bool CanOpen(Submission piece, DateTimeOffset now) =>
        piece.Channel is Channel.Mail or Channel.Phone
        && piece.State.IsUndecided()
        && piece.Declarations is null
        && now < (piece.CompletionRenewedAt ?? piece.CreatedAt) + options.Value.CompleteWithin;
}
