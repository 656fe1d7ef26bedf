using Zhizhuxia.Submissions;

namespace Zhizhuxia.Review;

/// <summary>往来 about one piece.</summary>
/// <param name="Items">Everything that went between newsroom and reader, the oldest first.</param>
/// <param name="Notes">What only the newsroom sees, the oldest first.</param>
public sealed record PieceThread(IReadOnlyList<ThreadItem> Items, IReadOnlyList<InternalNote> Notes)
{
    private static readonly Verb[] _readers = [Verb.Answer, Verb.AnswerWithMaterial, Verb.Supplement, Verb.Complete, Verb.Withdraw, Verb.AskWithdrawal];

    /// <summary>A mail that came is shown as itself, a letter that carries a message as the message; steps only say what neither says.</summary>
    internal static IReadOnlyList<ThreadItem> Of(PieceFolder folder, IReadOnlyList<Message> messages)
    {
        var piece = folder.Piece;
        var letters = piece.Letters.Where(letter => letter.EditorId is null).ToList();
        var mailed = folder.Mails.Select(mail => mail.Id).ToHashSet();
        return
        [
            .. letters.Where(letter => letter.Kind is not LetterKind.Message).Select(letter => new ThreadItem(letter.CreatedAt) { Letter = letter })
                .Concat(folder.Mails.Select(mail => new ThreadItem(mail.ReceivedAt) { Mail = mail, Message = messages.FirstOrDefault(message => message.MailId == mail.Id) }))
                .Concat(messages.Where(message => message.MailId is not { } mail || !mailed.Contains(mail))
                    .Select(message => new ThreadItem(message.At) { Message = message, Letter = letters.Find(letter => letter.Id == message.LetterId) }))
                .Concat(piece.History.Where(step => IsTold(step, piece, messages)).Select(step => new ThreadItem(step.At) { Step = step }))
                .OrderBy(item => item.At),
        ];
    }

    /// <summary>A request that no mail could carry, and what the reader did without words that stand here anyhow.</summary>
    private static bool IsTold(Step step, Submission piece, IReadOnlyList<Message> messages) => step.Verb switch
    {
        Verb.Relay => true,
        Verb.Ask => piece.Contact?.Email is null,
        Verb.Answer or Verb.AnswerWithMaterial => !messages.Any(message => message.IsFromReader && message.At == step.At),
        _ => _readers.Contains(step.Verb),
    };
}

/// <summary>One thing that was written or done.</summary>
/// <param name="At">When.</param>
public sealed record ThreadItem(DateTimeOffset At)
{
    /// <summary>A mail of ours, or the one that carries the message.</summary>
    public Letter? Letter { get; init; }

    /// <summary>A mail of the reader.</summary>
    public InboundMail? Mail { get; init; }

    public Message? Message { get; init; }

    public Step? Step { get; init; }

    public bool IsFromReader => Mail is { State: not InboundState.Bounce } || Message?.IsFromReader is true || Step is { EditorId: null };

    /// <summary>No editor had looked before.</summary>
    public bool IsNew => Message is { IsFromReader: true, ReadAt: null };
}
