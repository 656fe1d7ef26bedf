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
    private const string FilmsLeft = "films-left";
    private const string FilmsNotTaken = "films-not-taken";
    private const int MostAttachments = 50;

    /// <summary>Longer than this nothing lies in a mailbox before it is fetched.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(60);

    /// <summary>A Date that lies further before the arrival at the provider is a broken clock's, or a sender's who wants to be first.</summary>
    private static readonly TimeSpan LongestWay = TimeSpan.FromDays(3);

    /// <summary>Older mails are taken, but not answered: nobody awaits a receipt any more.</summary>
    private static readonly TimeSpan Answered = TimeSpan.FromDays(7);

    /// <summary>A remark on films that were not taken.</summary>
    public static bool IsOfFilms(string warning) => warning is FilmsLeft or FilmsNotTaken;

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
        Warnings = [.. reading.Warnings.Take(50), .. reading.Parts.Count(part => part is { Video: true, Truncated: false }) > films ? [takesFilms ? FilmsLeft : FilmsNotTaken] : Array.Empty<string>()],
        Charsets = [.. reading.Charsets.Take(20).Select(charset => $"{charset.Where} {charset.Declared ?? "?"} {charset.Used}")],
        Returned = reading.Returned is { } back && (back.Status ?? back.Diagnostic) is not null ? new(back.Status, back.Diagnostic) : null,
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
        SentAt = SentAt(mail, reading),
        MessageId = Quotable(mail.MessageId),
        MayBeAnswered = reading.NoReceipt is null && !mail.IsJunk && mail.ReceivedAt - Arrived(mail, reading) < Answered,
    };

    /// <summary>A Message-ID that may stand in our own header, or null.</summary>
    public static string? Quotable(string? messageId) => messageId is not null && MessageId().IsMatch(messageId) ? messageId : null;

    private static IEnumerable<MailedPiece.AwaitedPart> Awaited(MailReading reading) =>
        reading.LargeAttachments.Select(file => new MailedPiece.AwaitedPart(file.Name, file.Size, file.Url, file.Expires))
            .Concat(reading.Parts.Where(part => part is { Video: true, Truncated: true }).Select(part => new MailedPiece.AwaitedPart(part.Name, null, null, null)));

    private static DateTimeOffset SentAt(InboundMail mail, MailReading reading)
    {
        var arrived = Arrived(mail, reading);
        return mail.SentAt is { } said && said <= arrived && arrived - said < LongestWay ? said : arrived;
    }

    private static DateTimeOffset Arrived(InboundMail mail, MailReading reading) =>
        reading.Arrived is { } at && at <= mail.ReceivedAt && mail.ReceivedAt - at < Oldest ? at : mail.ReceivedAt;

    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];

    [GeneratedRegex("^<[!-;=?-~]{3,400}>$", RegexOptions.CultureInvariant)]
    private static partial Regex MessageId();
}
