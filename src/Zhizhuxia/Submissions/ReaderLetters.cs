using Zhizhuxia.Jobs;

namespace Zhizhuxia.Submissions;

/// <summary>Mails to the reader of a piece.</summary>
public static class ReaderLetters
{
    /// <summary>A mail to the reader, if there is an address, with the job that sends it.</summary>
    public static void Write(this Submission piece, LetterKind kind, LetterText? words, DateTimeOffset notBefore, DateTimeOffset now, Guid? assetId = null, string? inReplyTo = null, string? key = null)
    {
        if (piece.Contact?.Email is not { } address)
            return;
        var id = Guid.CreateVersion7(now);
        piece.Letters.Add(new() { Id = id, SubmissionId = piece.Id, Kind = kind, To = address, AssetId = assetId, Key = key, InReplyTo = inReplyTo, Subject = words?.Subject, Body = words?.Body, CreatedAt = now, NotBefore = notBefore });
        piece.Jobs.Add(Job.ForLetter(piece.Id, id, notBefore, now));
    }

    /// <summary>The link that completes a mailed or telephoned piece lives on from now; its reader hears of it.</summary>
    public static void RenewCompletion(this Submission piece, DateTimeOffset now)
    {
        piece.CompletionRenewedAt = now;
        piece.Write(LetterKind.ConfirmAgain, null, now, now);
    }
}
