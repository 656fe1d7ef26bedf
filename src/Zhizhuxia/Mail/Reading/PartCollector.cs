using System.Text;
using Zhizhuxia.Mail.Mime;

namespace Zhizhuxia.Mail.Reading;

/// <summary>Takes the parts of one mail as they come: texts, attachments, reports, and what lies within them.</summary>
internal sealed class PartCollector(ReadingOrder order, CharsetLog log)
{
    /// <summary>Bytes of one text that are read.</summary>
    private const int LongestText = 512 * 1024;

    private const int LongestReport = 64 * 1024;

    private readonly StringBuilder _report = new();
    private readonly HashSet<string> _inner = [];

    public List<MailPart> Parts { get; } = [];

    public List<TextPiece> Texts { get; } = [];

    /// <summary>Types of the reports that were not forwarded.</summary>
    public HashSet<string> Reports { get; } = [];

    public List<string> Warnings { get; } = [];

    public async Task TakeAsync(MimeEntity part, Stream content, CancellationToken ct)
    {
        if (part.IsForwarded)
        {
            Warn("forwarded");
            _inner.Add(MailOf(part).Fields.Raw("Message-ID") ?? "");
        }
        if (part.Type is "message/delivery-status" or "message/global-delivery-status" or "message/disposition-notification" or "text/rfc822-headers")
        {
            if (!part.IsForwarded)
                await TakeReportAsync(part.Type, content, ct);
            return;
        }
        using var hashed = await HashedContent.OpenAsync(content, ct);
        var given = PartName.Given(part, log);
        if (IsText(part, given, hashed.Head))
            await TakeTextAsync(part, given, hashed, ct);
        else if (part.Type is "application/ms-tnef" or "application/vnd.ms-tnef" || TnefReader.IsTnef(hashed.Head))
            await TakeTnefAsync(part, given, hashed, ct);
        else
            await TakeFileAsync(given, part.Type, IsInline(part), hashed, () => part, ct);
    }

    /// <summary>A text without a name, or the mail itself; unless its bytes are a film's or a picture's.</summary>
    private static bool IsText(MimeEntity part, string? given, ReadOnlySpan<byte> head)
    {
        if (part.Type is not ("text/plain" or "text/html" or "text/enriched") || part.Disposition.Value == "attachment" || (given is not null && part.Parent is not null))
            return false;
        return !head.Contains((byte)0) || PartType.Of(head, "text/plain").StartsWith("text/", StringComparison.Ordinal);
    }

    private static bool IsInline(MimeEntity part) =>
        part.Disposition.Value == "inline"
        || (part.Disposition.Value != "attachment" && part.Type.StartsWith("image/", StringComparison.Ordinal) && part.Fields.Has("Content-ID"));

    private async Task TakeTextAsync(MimeEntity part, string? given, HashedContent hashed, CancellationToken ct)
    {
        var isHtml = part.Type == "text/html";
        var bytes = isHtml
            ? await HeadOfAsync(hashed, ct)
            : await UuText.ReadAsync(hashed, LongestText, (name, file) => TakeUuAsync(name, file, ct), ct);
        var sha256 = await hashed.FinishAsync(ct);
        if (bytes.Length == LongestText)
            Warn("text-cut");
        var charset = part.ContentType["charset"]?.Split('*', '\'')[0];
        var words = log.Read("text", bytes, charset);
        Texts.Add(new(part, isHtml, isHtml ? HtmlReader.Read(words) : new(Flowed(part, words), [])));
        if (given is not null)
            Add(new(PartName.Of(given, part.Type, Parts.Count + 1), part.Type, hashed.Size, sha256, true, false, part.IsTruncated), part.IsDamaged, part.Type);
        else if (part.IsTruncated)
            Warn("text-truncated");
    }

    private async Task TakeReportAsync(string type, Stream content, CancellationToken ct)
    {
        Reports.Add(type);
        var bytes = new byte[LongestReport];
        var count = await content.ReadAtLeastAsync(bytes, bytes.Length, false, ct);
        _report.Append(Encoding.Latin1.GetString(bytes, 0, count)).Append('\n');
    }

    /// <summary>What a bounce says, in its reports or in words alone.</summary>
    public ReturnedMail ReturnedBy(MimeFields fields, string text) => BounceReader.Read(fields, _report.ToString(), string.Join('\n', _inner), text);

    private static MimeEntity MailOf(MimeEntity part)
    {
        while (part.Parent is { IsMessage: false } above)
            part = above;
        return part;
    }

    private static async Task<byte[]> HeadOfAsync(HashedContent hashed, CancellationToken ct)
    {
        var bytes = new byte[LongestText];
        return bytes[..await hashed.ReadAtLeastAsync(bytes, bytes.Length, false, ct)];
    }

    private static string Flowed(MimeEntity part, string text) =>
        string.Equals(part.ContentType["format"], "flowed", StringComparison.OrdinalIgnoreCase)
            ? FlowedText.Join(text, string.Equals(part.ContentType["delsp"], "yes", StringComparison.OrdinalIgnoreCase))
            : text;

    private async Task TakeUuAsync(string name, UuStream file, CancellationToken ct)
    {
        using var hashed = await HashedContent.OpenAsync(file, ct);
        var words = log.Read("name", Encoding.Latin1.GetBytes(name), null);
        Warn("uuencoded");
        await TakeFileAsync(words, "application/octet-stream", false, hashed, () => new() { Fields = MimeFields.None, Parent = null, IsTruncated = file.IsTruncated }, ct);
    }

    /// <summary>The files in it; where it cannot be unpacked to its end it is listed itself as well.</summary>
    private async Task TakeTnefAsync(MimeEntity part, string? given, HashedContent hashed, CancellationToken ct)
    {
        var places = new List<(int Place, TnefFile File, string Type)>();
        var isWhole = await TnefReader.ReadAsync(hashed, async (file, content) =>
        {
            using var inner = await HashedContent.OpenAsync(content, ct);
            places.Add((Parts.Count, file, PartType.Of(inner.Head, "application/octet-stream")));
            await TakeFileAsync(file.Name, "application/octet-stream", false, inner, () => part, ct);
        }, ct);
        var sha256 = await hashed.FinishAsync(ct);
        foreach (var (place, file, type) in places)
            Parts[place] = Parts[place] with { Name = PartName.Of(file.Name, type, place + 1), Truncated = file.IsTruncated };
        Warn(isWhole ? "tnef" : "tnef-broken");
        if (!isWhole)
            Add(new(PartName.Of(given, "application/ms-tnef", Parts.Count + 1), "application/ms-tnef", hashed.Size, sha256, false, false, part.IsTruncated), part.IsDamaged, part.Type);
    }

    /// <param name="state">The part with what is known of it once its content was read.</param>
    private async Task TakeFileAsync(string? given, string declared, bool inline, HashedContent hashed, Func<MimeEntity> state, CancellationToken ct)
    {
        var type = PartType.Of(hashed.Head, declared);
        var isVideo = type.StartsWith("video/", StringComparison.Ordinal);
        await order.Keep(Parts.Count, isVideo, hashed, ct);
        var sha256 = await hashed.FinishAsync(ct);
        var part = state();
        Add(new(PartName.Of(given, type, Parts.Count + 1), type, hashed.Size, sha256, inline, isVideo, part.IsTruncated), part.IsDamaged, declared);
    }

    private void Add(MailPart part, bool isDamaged, string declared)
    {
        Parts.Add(part);
        if (part.Truncated)
            Warn($"truncated:{part.Name}");
        if (isDamaged)
            Warn($"damaged:{part.Name}");
        if (part.Size == 0)
            Warn($"empty:{part.Name}");
        if (declared.StartsWith("video/", StringComparison.Ordinal) && !part.Video && part.Size > 0)
            Warn($"not-a-video:{part.Name}");
        if (part.Type is "application/zip" or "application/vnd.rar" or "application/x-7z-compressed" or "application/gzip")
            Warn($"archive:{part.Name}");
    }

    private void Warn(string warning)
    {
        if (!Warnings.Contains(warning))
            Warnings.Add(warning);
    }
}
