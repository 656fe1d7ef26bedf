namespace Zhizhuxia.Mail.Mime;

/// <summary>A message or a part of one, while it is read.</summary>
public sealed class MimeEntity
{
    public required MimeFields Fields { get; init; }

    /// <summary>The multipart or message it lies in; null for the whole message.</summary>
    public required MimeEntity? Parent { get; init; }

    /// <summary>Steps below the whole message.</summary>
    public int Depth => Parent is null ? 0 : Parent.Depth + 1;

    /// <summary>It is a message of its own, or lies in one that was forwarded.</summary>
    public bool IsForwarded => Parent is not null && (Parent.IsMessage || Parent.IsForwarded);

    /// <summary>Content-Type, lower case; what RFC 2045 §5.2 says where there is none.</summary>
    public string Type => ContentType.Value.Contains('/', StringComparison.Ordinal) ? ContentType.Value : DefaultType;

    public MimeValue ContentType => field ??= Fields.Value("Content-Type");

    public MimeValue Disposition => field ??= Fields.Value("Content-Disposition");

    /// <summary>message/rfc822: a mail within the mail.</summary>
    public bool IsMessage => Type is "message/rfc822" or "message/global" or "message/news";

    public bool IsMultipart => Type.StartsWith("multipart/", StringComparison.Ordinal);

    /// <summary>The message ended before the multipart around this part did, or the encoding broke off.</summary>
    public bool IsTruncated { get; internal set; }

    /// <summary>There were bytes that the transfer encoding does not have.</summary>
    public bool IsDamaged { get; internal set; }

    private string DefaultType => Parent?.Type == "multipart/digest" ? "message/rfc822" : "text/plain";
}
