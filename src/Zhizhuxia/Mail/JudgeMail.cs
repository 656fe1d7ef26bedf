using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Mail.Reading;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>
/// Decides what a mail is to the newsroom. It belongs to a piece only if it quotes an id that we alone can make and comes from that reader; a number or
/// a reference alone is a hint for a person. Machines' mails never become pieces.
/// </summary>
public sealed partial class JudgeMail(PortalDb db, OwnMessageId ids)
{
    /// <param name="mail">As stored.</param>
    /// <param name="reading">What it says.</param>
    public async Task<Judgement> RunAsync(InboundMail mail, MailReading reading, CancellationToken ct)
    {
        if (reading.SetAside is { } reason)
            return new(InboundState.SetAside, reason);
        if (reading.Kind is MailKind.List && reading.Parts.Any(part => part.Video))
            return new(InboundState.Unmatched, "list-film");
        if (reading.Kind is MailKind.Own or MailKind.List or MailKind.AutoReply)
            return new(InboundState.Ignored, reading.Kind switch { MailKind.Own => "own", MailKind.List => "list", _ => "auto-reply" });
        if (await RepeatedAsync(mail, ct) is { } first)
            return new(InboundState.Repeat, "repeat", first.SubmissionId);
        return reading.Returned is { } returned ? await ReturnedAsync(returned, ct) : await PlaceAsync(mail, reading, ct);
    }

    private async Task<Judgement> PlaceAsync(InboundMail mail, MailReading reading, CancellationToken ct)
    {
        var quoted = await QuotedAsync(reading, ct);
        foreach (var (letter, piece) in quoted)
        {
            if (IsOf(reading.From?.Address, letter.To) || IsOf(reading.From?.Address, piece.Contact?.Email))
                return new(InboundState.Joined, null, piece.Id, TakesFilms: piece.State.IsUndecided());
        }
        if (mail.IsJunk)
            return new(InboundState.Junk, null);
        if (quoted.Count > 0)
            return new(InboundState.Unmatched, "other-sender", quoted[0].Piece.Id);
        if (await ReferredAsync(reading.References, ct) is { } referred)
            return new(InboundState.Unmatched, "reference-only", referred);
        if (await NumberedAsync($"{reading.Subject}\n{reading.Text}", ct) is { } numbered)
            return new(InboundState.Unmatched, "number-only", numbered);
        var hasMaterial = reading.Parts.Any(part => part.Video) || reading.Links.Count > 0 || reading.LargeAttachments.Count > 0;
        return reading.Kind is MailKind.Reply && !hasMaterial
            ? new(InboundState.Unmatched, "reply-to-nothing")
            : new(InboundState.Piece, null, TakesFilms: true);
    }

    /// <summary>An earlier mail with the same id, date and sender: the provider has numbered its mails anew, or delivered one twice.</summary>
    private async Task<InboundMail?> RepeatedAsync(InboundMail mail, CancellationToken ct) => mail is { MessageId: not null, SentAt: not null, From: not null }
        ? await db.InboundMails.AsNoTracking()
            .Where(other => other.MessageId == mail.MessageId && other.SentAt == mail.SentAt && other.From == mail.From && other.State != InboundState.Repeat && other.Id.CompareTo(mail.Id) < 0)
            .OrderBy(other => other.Id).FirstOrDefaultAsync(ct)
        : null;

    private async Task<Judgement> ReturnedAsync(ReturnedMail returned, CancellationToken ct)
    {
        var letters = ids.LettersIn(string.Join(' ', returned.Ids));
        var letter = await db.Letters.AsNoTracking().Where(row => letters.Contains(row.Id)).OrderByDescending(row => row.CreatedAt).FirstOrDefaultAsync(ct);
        return new(InboundState.Bounce, letter is null ? "bounce-of-nothing" : returned.IsFinal ? null : "bounce-delayed", letter?.SubmissionId, letter?.Id);
    }

    /// <summary>Our letters that the mail answers, the one it answers first.</summary>
    private async Task<IReadOnlyList<(Letter Letter, Submission Piece)>> QuotedAsync(MailReading reading, CancellationToken ct)
    {
        var letters = ids.LettersIn(reading.References);
        if (letters.Count == 0)
            return [];
        var found = await (from letter in db.Letters.AsNoTracking()
                           join piece in db.Submissions.AsNoTracking() on letter.SubmissionId equals piece.Id
                           where letters.Contains(letter.Id)
                           select new { letter, piece }).ToListAsync(ct);
        return [.. found.OrderBy(row => letters.ToList().IndexOf(row.letter.Id)).Select(row => (row.letter, row.piece))];
    }

    /// <summary>It answers a mail of which a piece was made: the reader's own, or one a colleague has written on.</summary>
    private async Task<Guid?> ReferredAsync(string references, CancellationToken ct)
    {
        var quoted = MessageId().Matches(references).Take(50).Select(id => id.Value).ToList();
        return quoted.Count == 0 ? null : await db.InboundMails.Where(mail => quoted.Contains(mail.MessageId!) && mail.SubmissionId != null)
            .OrderByDescending(mail => mail.ReceivedAt).Select(mail => mail.SubmissionId).FirstOrDefaultAsync(ct);
    }

    private async Task<Guid?> NumberedAsync(string words, CancellationToken ct)
    {
        var numbers = Number().Matches(words).Take(20).Select(number => number.Value.ToUpperInvariant()).Distinct().ToList();
        return numbers.Count == 0 ? null : await db.Submissions.Where(piece => numbers.Contains(piece.Number!)).Select(piece => (Guid?)piece.Id).FirstOrDefaultAsync(ct);
    }

    private static bool IsOf(string? sender, string? address) => sender is { Length: > 0 } && string.Equals(sender, address, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"<[^<>\s]{1,400}>", RegexOptions.CultureInvariant)]
    private static partial Regex MessageId();

    [GeneratedRegex(@"(?<![A-Za-z0-9])ZX\d{6}-\d{4,6}(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
