namespace Zhizhuxia.Submissions;

/// <summary>What may be written to whom about a piece.</summary>
public static class Correspondence
{
    /// <summary>An editor writes to the reader: always to the status page, and by mail where there is an address. The content does not change, so nobody's open page becomes stale.</summary>
    /// <param name="piece">With its contact; its letters need not be loaded.</param>
    /// <param name="id">Of the message; the same form sent twice has the same.</param>
    /// <param name="text">Checked.</param>
    /// <exception cref="RefusedException"><c>not-possible-now</c>: not a reviewer, or spam, which is never answered.</exception>
    public static Message Say(this Submission piece, Guid id, Actor actor, string text, DateTimeOffset now)
    {
        if (!actor.Reviews || !piece.IsAnswered)
            throw new RefusedException("not-possible-now");
        var key = $"message {id:N}";
        piece.Write(LetterKind.Message, null, now, now, key: key);
        return new()
        {
            Id = id, SubmissionId = piece.Id, EditorId = actor.EditorId, By = actor.Name, Text = text, At = now,
            LetterId = piece.Letters.Find(letter => letter.Key == key)?.Id,
        };
    }

    /// <summary>The reader writes from the status page.</summary>
    /// <exception cref="RefusedException"><c>not-possible-now</c>: an answer is asked for, which has a form of its own; or it was spam.</exception>
    public static Message Hear(this Submission piece, Guid id, string text, DateTimeOffset now)
    {
        if (!piece.CanBeWrittenAbout)
            throw new RefusedException("not-possible-now");
        return new() { Id = id, SubmissionId = piece.Id, By = Actor.Reader.Name, Text = text, At = now };
    }

    extension(Submission piece)
    {
        /// <summary>The newsroom owes this sender words at all.</summary>
        public bool IsAnswered => piece.State is not State.Draft && piece.Closing is not CloseReason.Spam;

        /// <summary>The reader may write freely.</summary>
        public bool CanBeWrittenAbout => piece.IsAnswered && piece.State is not State.Waiting;
    }
}
