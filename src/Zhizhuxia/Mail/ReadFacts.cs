using System.Text.RegularExpressions;
using Zhizhuxia.Intake;
using Zhizhuxia.Mail.Mime;
using Zhizhuxia.Mail.Reading;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>What a reading leaves in the database.</summary>
internal static partial class ReadFacts
{
    /// <summary>Characters of a mail's words that are kept; the raw message has them all.</summary>
    private const int LongestText = 20_000;

    private const int LongestWord = 500;
    private const int MostAttachments = 50;

    /// <summary>A Date that is older than this at its receipt is a broken clock's.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(60);

    /// <summary>Older mails are taken, but not answered: nobody awaits a receipt any more.</summary>
    private static readonly TimeSpan Answered = TimeSpan.FromDays(7);

    /// <param name="films">How many of its films were taken.</param>
    /// <param name="takesFilms">Whether films could be taken at all.</param>
    public static MailFacts Of(MailReading reading, int films, bool takesFilms) => new()
    {
        Kind = reading.Kind,
        FromName = reading.From?.Name ?? "",
        ReplyTo = reading.ReplyTo is { } other && other.Address != reading.From?.Address ? Cut(other.Address, LongestWord) : null,
        Subject = reading.Subject,
        Text = Cut(reading.Text, LongestText),
        Attachments = [.. reading.Parts.Take(MostAttachments).Select(part => new MailAttachment(part.Name, part.Type, part.Size, part.Video, part.Truncated))],
        Authentication = reading.Authentication is { } said ? Cut(said, LongestWord) : null,
        Warnings = [.. reading.Warnings.Take(50), .. reading.Parts.Count(part => part.Video) > films ? [takesFilms ? "films-left" : "films-not-taken"] : Array.Empty<string>()],
        Charsets = [.. reading.Charsets.Take(20).Select(charset => $"{charset.Where} {charset.Declared ?? "?"} {charset.Used}")],
        NoReceipt = reading.NoReceipt,
    };

    public static MailedPiece PieceOf(InboundMail mail, MailReading reading, IReadOnlyList<MailedFilm> films) => new()
    {
        Id = MailedId.Of(mail, "piece", 0),
        Name = reading.From?.Name,
        Address = MailAddress.TryParse(reading.From?.Address, out var address) ? address.Address : null,
        Subject = reading.Subject,
        Text = reading.Text,
        Links = reading.Links,
        Films = films,
        Awaited = [.. Awaited(reading)],
        SentAt = SentAt(mail),
        MessageId = mail.MessageId is { } id && MessageId().IsMatch(id) ? id : null,
        MayBeAnswered = reading.NoReceipt is null && !mail.IsJunk && mail.ReceivedAt - SentAt(mail) < Answered,
    };

    private static IEnumerable<MailedPiece.AwaitedPart> Awaited(MailReading reading) =>
        reading.LargeAttachments.Select(file => new MailedPiece.AwaitedPart(file.Name, file.Size, file.Url, file.Expires))
            .Concat(reading.Parts.Where(part => part is { Video: true, Truncated: true }).Select(part => new MailedPiece.AwaitedPart(part.Name, null, null, null)));

    private static DateTimeOffset SentAt(InboundMail mail) =>
        mail.SentAt is { } said && said <= mail.ReceivedAt && mail.ReceivedAt - said < Oldest ? said : mail.ReceivedAt;

    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];

    /// <summary>What may stand in our own header.</summary>
    [GeneratedRegex("^<[!-;=?-~]{3,400}>$", RegexOptions.CultureInvariant)]
    private static partial Regex MessageId();
}
