using Microsoft.Extensions.Options;
using Zhizhuxia.Intake;
using Zhizhuxia.Mail.Mime;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail.Reading;

/// <summary>Reads one message: what sort of mail it is, who wrote, what it says and what hangs on it. Any bytes are read, or set aside with a reason.</summary>
public sealed class ReadMessage(IOptions<MailOptions> options)
{
    /// <summary>Bytes of a message that is read.</summary>
    public const long Largest = 80L * 1024 * 1024;

    /// <summary>Characters of a text in which links are looked for.</summary>
    private const int LinkedText = 64 * 1024;

    private const int MostLinks = 100;
    private const int LongestSubject = 300;

    /// <summary>Reads it in one pass; memory does not grow with its size.</summary>
    /// <param name="raw">From its current position; stays open.</param>
    /// <param name="keep">Is given each attachment while it passes.</param>
    public Task<MailReading> RunAsync(Stream raw, KeepPart keep, CancellationToken ct) => RunAsync(raw, new ReadingOrder { Keep = keep }, ct);

    /// <inheritdoc cref="RunAsync(Stream, KeepPart, CancellationToken)"/>
    public async Task<MailReading> RunAsync(Stream raw, ReadingOrder order, CancellationToken ct)
    {
        var log = new CharsetLog { Chosen = order.Charset };
        var parts = new PartCollector(order, log);
        var limited = new CountedStream(raw, Largest + 1);
        var outcome = await MimeReader.ReadAsync(limited, parts.TakeAsync, ct);
        var setAside = limited.Left == 0 ? "too-large" : outcome.SetAside;
        var fields = outcome.Root?.Fields ?? MimeFields.None;
        var from = AddressReader.First(fields, "From", log) ?? AddressReader.First(fields, "Sender", log);
        var subject = HeaderText.Clean(fields.Text("Subject", log) ?? "", LongestSubject);
        var own = new OwnMarks([options.Value.FromAddress, .. options.Value.OwnAddresses], order.IsOwnId);
        var text = MailWords.Together(parts.Texts, log);
        var kind = setAside is null ? MailKinds.Of(fields, from, subject, parts.Reports, own) : MailKind.SetAside;
        var noReceipt = MailKinds.NoReceipt(fields, from);
        return new()
        {
            Kind = kind,
            SetAside = setAside,
            NoReceipt = noReceipt,
            References = $"{fields.Raw("In-Reply-To")} {fields.Raw("References")}".Trim(),
            Authentication = PlainText.Line(fields.Raw("Authentication-Results")),
            Returned = kind is MailKind.Bounce ? parts.ReturnedBy(fields, text) : null,
            From = from,
            ReplyTo = AddressReader.First(fields, "Reply-To", log),
            Subject = subject.Length > 0 ? subject : null,
            Date = DateReader.Read(fields.Raw("Date")),
            Arrived = fields.Raw("Received") is { } received ? DateReader.Read(received[(received.LastIndexOf(';') + 1)..]) : null,
            MessageId = PlainText.Line(fields.Raw("Message-ID")),
            Text = text,
            Links = Links(text, parts.Texts),
            Parts = parts.Parts,
            LargeAttachments = LargeAttachmentFinder.Together(parts.Texts.OrderByDescending(piece => piece.IsHtml).SelectMany(piece => LargeAttachmentFinder.Find(piece.Words))),
            Charsets = log.All,
            Warnings = [.. Reasons(setAside, noReceipt), .. outcome.Notes, .. parts.Warnings],
        };
    }

    private static IEnumerable<string> Reasons(string? setAside, string? noReceipt)
    {
        if (setAside is not null)
            yield return setAside;
        if (noReceipt is not null)
            yield return $"no-receipt:{noReceipt}";
    }

    /// <summary>Those of the words; and of HTML's links that the words do not show those of known platforms, so that a provider's own links are left out.</summary>
    private static List<SharedLink> Links(string text, List<TextPiece> pieces)
    {
        var said = ShareText.Parse(text.Length > LinkedText ? text[..LinkedText] : text).Links;
        var linked = from piece in pieces
                     from link in piece.Words.Links.Take(MostLinks)
                     from shared in ShareText.Parse(link.Url).Links
                     where shared.Platform != Platforms.Unknown
                     select shared;
        return [.. said.Concat(linked).Where(link => !LargeAttachmentFinder.IsPlace(link.Url)).DistinctBy(link => link.Key).Take(MostLinks)];
    }
}
