namespace Zhizhuxia.Mail.Reading;

/// <summary>Takes an attachment's content. What is left unread is read over.</summary>
/// <param name="place">Index of the part in <see cref="MailReading.Parts"/>, whose name and hash are known afterwards.</param>
/// <param name="isVideo">By content.</param>
/// <param name="content">Decoded; valid during the call.</param>
public delegate Task KeepPart(int place, bool isVideo, Stream content, CancellationToken ct);
