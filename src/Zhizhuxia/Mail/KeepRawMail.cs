using System.Security.Cryptography;
using System.Text;
using Zhizhuxia.Mail.Mime;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>
/// Streams a raw message into the store before anything else is done with it. The name comes from its place in the mailbox: what a crash left behind is
/// found again, not doubled.
/// </summary>
public sealed class KeepRawMail(IBlobStore store)
{
    /// <summary>Bytes at a message's beginning in which its header is looked for.</summary>
    private const int HeaderBytes = 256 * 1024;

    private const int LongestWord = 500;

    /// <param name="mailbox">Its name.</param>
    /// <param name="item">Its place there.</param>
    /// <param name="content">The message; read to its end, once.</param>
    /// <returns>What is known of it without reading it through.</returns>
    /// <exception cref="IOException">It did not come to its end; nothing was kept.</exception>
    public async Task<RawMail> RunAsync(string mailbox, MailItem item, Stream content, CancellationToken ct)
    {
        var key = BlobKey.Mail(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{mailbox}\n{item.Identity}"))));
        using var passing = new PassingMail(content, HeaderBytes);
        try
        {
            await store.WriteAsync(key, passing, ct);
            return await LookAsync(key, passing, ct);
        }
        catch (BlobExistsException)
        {
            // of a round that was cut off here, or of another program at this very mail: the store has whole files only
        }
        await using var kept = await store.OpenReadAsync(key, ct);
        using var again = new PassingMail(kept, HeaderBytes);
        await again.DrainAsync(ct);
        return await LookAsync(key, again, ct);
    }

    private static async Task<RawMail> LookAsync(BlobKey key, PassingMail passed, CancellationToken ct)
    {
        var outcome = await MimeReader.ReadAsync(passed.Head, (_, _, _) => Task.CompletedTask, ct);
        var fields = outcome.Root?.Fields ?? MimeFields.None;
        var log = new CharsetLog();
        var from = AddressReader.First(fields, "From", log) ?? AddressReader.First(fields, "Sender", log);
        return new(key, passed.Size, passed.Sha256(), Word(PlainText.Line(fields.Raw("Message-ID"))), Word(from?.Address), DateReader.Read(fields.Raw("Date")));
    }

    /// <summary>The mail was known already, and is kept under another name.</summary>
    public Task ForgetAsync(BlobKey key, CancellationToken ct) => store.DeleteAsync(key, ct);

    private static string? Word(string? word) => word is { Length: > LongestWord } ? word[..LongestWord] : word;
}
