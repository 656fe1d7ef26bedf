using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>What the words of a letter depend on.</summary>
public sealed record LetterFacts
{
    /// <summary>Null for a draft.</summary>
    public string? Number { get; init; }

    /// <summary>May be empty for a draft.</summary>
    public string Title { get; init; } = "";

    public string? ReaderName { get; init; }

    public SubmissionKind Kind { get; init; }

    /// <summary>It came by mail, and its reader has to complete it.</summary>
    public bool ByMail { get; init; }

    /// <summary>An editor typed it in for a caller, who has to complete it.</summary>
    public bool ByPhone { get; init; }

    /// <summary>Names of what the mail did not bring whole: 超大附件, and films that broke off. Those without a name are not among them.</summary>
    public IReadOnlyList<string> Awaited { get; init; } = [];

    /// <summary>The end of the 15 days; null for a draft.</summary>
    public DateTimeOffset? AnswerDue { get; init; }

    /// <summary>What the reader is asked for.</summary>
    public ReaderRequest? Request { get; init; }

    /// <summary>In words the reader may see.</summary>
    public string? DeclineReason { get; init; }

    /// <summary>What the editor says to it, or null.</summary>
    public string? DeclineWords { get; init; }

    /// <summary>The editor's words of the last step, for the letters that pass them on.</summary>
    public string? Explanation { get; init; }

    /// <summary>An editor's own words, for the letter that carries them.</summary>
    public string? Message { get; init; }

    /// <summary>As it will be printed.</summary>
    public string? CreditLine { get; init; }

    /// <summary>False for a tip on somebody else's work.</summary>
    public bool FeePromised { get; init; } = true;

    /// <summary>The reader's name of the film that was refused.</summary>
    public string? FileName { get; init; }

    /// <summary>Why, and what to do: a sentence of RefusalTexts.</summary>
    public string? Refusal { get; init; }

    /// <summary>The facts a piece holds itself; a decision not yet taken is put in by <c>with</c>.</summary>
    public static LetterFacts Of(Submission piece) => new()
    {
        Number = piece.Number,
        Title = piece.Title,
        ReaderName = piece.Contact?.Name,
        Kind = piece.Kind,
        ByMail = piece.Channel is Channel.Mail,
        ByPhone = piece.Channel is Channel.Phone,
        Awaited = [.. piece.AwaitedFiles.Where(file => file.DoneAt is null).OrderBy(file => file.Id).Select(file => file.Name).OfType<string>()],
        AnswerDue = piece.AnswerDue,
        Request = piece.Request,
        DeclineReason = piece.DeclineReason,
        DeclineWords = piece.DeclineWords,
        Explanation = piece.History.LastOrDefault() is { Verb: Verb.RefuseWithdrawal } last ? last.Comment : null,
        CreditLine = piece.Credits.Count > 0 ? Credits.Print(piece.Credits) : null,
        FeePromised = piece.Declarations?.Origin is not Origin.SeenOnline,
    };
}
