using System.Globalization;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Intake;

/// <summary>
/// The one-time link of a mail that asks the reader to complete a piece. Nothing is stored: the code is made from the piece and
/// this one request, so an answer, a withdrawal or a later request makes it void.
/// </summary>
public sealed class AnswerLink(SecretKey key)
{
    /// <summary>43 characters of base64url.</summary>
    /// <param name="piece">With its history.</param>
    public string CodeFor(Submission piece)
    {
        var requests = piece.History.Count(step => step.Verb is Verb.Ask);
        return PieceCode.For(key, "answer-link", piece.Id, string.Create(CultureInfo.InvariantCulture, $"{piece.Id:N} {requests}"));
    }

    /// <summary>Which piece a code says it is for; null if it is no such code. Says nothing of its worth: see <see cref="Opens"/>.</summary>
    public static Guid? PieceOf(string code) => PieceCode.PieceOf(code);

    /// <summary>The piece waits for exactly the answer this code was made for.</summary>
    /// <param name="code">What the reader's link carried.</param>
    /// <param name="piece">With its history.</param>
    public bool Opens(string code, Submission piece) => piece.State is State.Waiting && PieceCode.Same(code, CodeFor(piece));
}
