namespace Zhizhuxia.Mail.Mime;

/// <summary>A file in a winmail.dat.</summary>
public sealed class TnefFile
{
    /// <summary>The long name may stand behind the content: final when the whole was read.</summary>
    public string? Name { get; internal set; }

    /// <summary>The winmail.dat ended before the file did.</summary>
    public bool IsTruncated { get; internal set; }
}
