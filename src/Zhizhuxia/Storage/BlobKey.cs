using System.Text.RegularExpressions;

namespace Zhizhuxia.Storage;

/// <summary>
/// The name of a stored file: lower-case segments joined by '/', made by us and never from a reader's words.
/// </summary>
public readonly partial record struct BlobKey
{
    /// <exception cref="ArgumentException">The text is not of the form of a key.</exception>
    public BlobKey(string value)
    {
        if (!Shape().IsMatch(value) || value.Length > 300)
            throw new ArgumentException($"Not a blob key: {value.Length} characters", nameof(value));
        Value = value;
    }

    public string Value { get; }

    /// <summary>The file as the reader sent it; without an extension, because its name is not to be believed.</summary>
    public static BlobKey Original(Guid assetId) => new($"originals/{assetId:N}");

    /// <summary>One file made from an asset by one attempt of a job.</summary>
    /// <param name="assetId">The asset it was made from.</param>
    /// <param name="attempt">The fencing token of the attempt, so that two attempts never share a name.</param>
    /// <param name="name">File name, for example <c>proxy.mp4</c>.</param>
    public static BlobKey Rendition(Guid assetId, long attempt, string name) => new($"renditions/{assetId:N}/{attempt}/{name}");

    /// <summary>A mail as it came.</summary>
    /// <param name="name">64 hexadecimal characters, the same for the same place of the same mailbox.</param>
    public static BlobKey Mail(string name) => new($"mail/{name}");

    public override string ToString() => Value;

    [GeneratedRegex("^[a-z0-9][a-z0-9_.-]*(/[a-z0-9][a-z0-9_.-]*)*$")]
    private static partial Regex Shape();
}
