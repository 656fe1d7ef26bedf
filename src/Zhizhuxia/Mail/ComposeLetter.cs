using Microsoft.Extensions.Options;
using Zhizhuxia.Intake;
using Zhizhuxia.Mail.Mime;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>Makes the mail of a letter: the editor's words or ours, the reader's link, and an id that a repeat has again.</summary>
public sealed class ComposeLetter(MailTexts texts, AnswerLink answerLink, CompleteLink completeLink, OwnMessageId ids, IOptions<MailOptions> options)
{
    private readonly MailOptions _options = options.Value;

    /// <summary>The letter's words: the editor's, or ours for the editor to change. <see cref="MailTexts.LinkMark"/> stands for the reader's link.</summary>
    /// <param name="letter">A row of <paramref name="piece"/>, saved or only previewed.</param>
    /// <param name="piece">As it is after the step that writes the letter, with its files.</param>
    public LetterText Draft(Letter letter, Submission piece)
    {
        var words = texts.Compose(letter.Kind, FactsOf(letter, piece));
        return new(letter.Subject ?? words.Subject, letter.Body ?? words.Body);
    }

    /// <summary>Makes the mail and fills in the letter's words where an editor gave none.</summary>
    /// <param name="letter">A row of <paramref name="piece"/>, or one to the staff.</param>
    /// <param name="piece">With its files and history; null for a letter to the staff, whose words stand in the row.</param>
    /// <param name="now">Date of the mail.</param>
    /// <exception cref="MailNotTakenException">The reader's address is none.</exception>
    public OutgoingMail Run(Letter letter, Submission? piece, DateTimeOffset now)
    {
        if (piece is not null)
            (letter.Subject, letter.Body) = Draft(letter, piece);
        var from = MailAddress.Parse(_options.FromAddress);
        return new()
        {
            MessageId = ids.Of(letter.Id, from.Host),
            FromName = _options.FromName,
            From = from,
            To = MailAddress.TryParse(letter.To, out var to) ? to : throw new MailNotTakenException(MailRefusals.NoAddress, "", isFinal: true),
            Subject = letter.Subject ?? "",
            Text = piece is not null && LinkOf(letter.Kind, piece) is { } link ? MailTexts.WithLink(letter.Body ?? "", link) : letter.Body ?? "",
            Date = now,
            InReplyTo = letter.InReplyTo,
        };
    }

    /// <summary>Where the reader brings what a waiting piece was asked for; void once it is answered. Opens the piece, so it is for this reader only.</summary>
    /// <param name="piece">With its history.</param>
    public string AnswerAddress(Submission piece) =>
        $"{_options.PublicAddress}/{(piece.Request is { Items: [RequestItem.Original] } ? "original" : "status")}#{answerLink.CodeFor(piece)}";

    /// <summary>Where the reader of a mailed piece confirms rights and declarations; void once that is done. For this reader only.</summary>
    public string CompleteAddress(Submission piece) => $"{_options.PublicAddress}/complete#{completeLink.CodeFor(piece)}";

    private static LetterFacts FactsOf(Letter letter, Submission piece)
    {
        var facts = LetterFacts.Of(piece) with { Message = letter.Message?.Text };
        return piece.Assets.Find(asset => asset.Id == letter.AssetId) is { RefusalCode: { } code } refused
            ? facts with { FileName = refused.FileName, Refusal = RefusalTexts.Of(code) }
            : facts;
    }

    private string? LinkOf(LetterKind kind, Submission piece) => kind switch
    {
        LetterKind.ConfirmAgain => CompleteAddress(piece),
        LetterKind.Received when piece.Channel is Channel.Mail or Channel.Phone => CompleteAddress(piece),
        LetterKind.PleaseComplete or LetterKind.Reminder => AnswerAddress(piece),
        LetterKind.Published => $"{_options.PublicAddress}/v/{piece.ShortCode}",
        _ => null,
    };
}
