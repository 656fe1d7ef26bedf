using Zhizhuxia.Intake;
using Zhizhuxia.Mail.Reading;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>What is in a raw message of the store.</summary>
public sealed class RawContent(IBlobStore store, ReadMessage read, OwnMessageId ids)
{
    /// <summary>What it says; nothing is kept of it.</summary>
    public Task<MailReading> ReadAsync(InboundMail mail, CancellationToken ct) => ReadAsync(mail, new ReadingOrder(), ct);

    /// <summary>Takes its whole films into the store; those that are there already stay.</summary>
    /// <param name="reading">Of the same mail.</param>
    /// <param name="most">Films.</param>
    public async Task<IReadOnlyList<MailedFilm>> KeepFilmsAsync(InboundMail mail, MailReading reading, int most, CancellationToken ct)
    {
        var films = reading.Parts.Select((part, place) => (Part: part, Place: place)).Where(one => one.Part is { Video: true, Truncated: false, Size: > 0 }).Take(most)
            .ToDictionary(one => one.Place, one => new MailedFilm(MailedId.Of(mail, "film", one.Place), one.Part.Name, one.Part.Size, one.Part.Sha256));
        if (films.Count > 0)
            await ReadAsync(mail, new ReadingOrder { Keep = (place, _, content, stop) => films.TryGetValue(place, out var film) ? KeepAsync(film, content, stop) : Task.CompletedTask }, ct);
        return [.. films.OrderBy(film => film.Key).Select(film => film.Value)];
    }

    private async Task<MailReading> ReadAsync(InboundMail mail, ReadingOrder order, CancellationToken ct)
    {
        await using var message = await store.OpenReadAsync(new BlobKey(mail.RawKey), ct);
        return await read.RunAsync(message, order with { IsOwnId = ids.IsOwn, Charset = mail.Charset }, ct);
    }

    private async Task KeepAsync(MailedFilm film, Stream content, CancellationToken ct)
    {
        try
        {
            await store.WriteAsync(BlobKey.Original(film.AssetId), content, ct);
        }
        catch (BlobExistsException)
        {
            // of an attempt that was cut off after it
        }
    }
}
