namespace Zhizhuxia.Mail.Mime;

/// <summary>The header of a message or of a part, in its order.</summary>
public sealed class MimeFields(IReadOnlyList<MimeField> all)
{
    /// <summary>A part without header (RFC 2046 §5.1).</summary>
    public static MimeFields None { get; } = new([]);

    public IReadOnlyList<MimeField> All { get; } = all;

    /// <summary>The first field of this name as it came, null if there is none or an empty one.</summary>
    public string? Raw(string name) => All.FirstOrDefault(field => Is(field, name) && field.Raw.Length > 0)?.Raw;

    public bool Has(string name) => All.Any(field => Is(field, name));

    /// <summary>The first field of this name, read as words.</summary>
    /// <param name="log">Where the charset that was chosen is written down.</param>
    public string? Text(string name, CharsetLog log) => Raw(name) is { } raw ? EncodedText.Decode(raw, name, log) : null;

    /// <summary>The first field of this name, read as a value with parameters.</summary>
    public MimeValue Value(string name) => MimeValue.Parse(Raw(name));

    private static bool Is(MimeField field, string name) => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase);
}
