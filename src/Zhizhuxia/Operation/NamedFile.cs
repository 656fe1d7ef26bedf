using Zhizhuxia.Storage;

namespace Zhizhuxia.Operation;

/// <summary>A file that a row names.</summary>
/// <param name="Place">Where it lies.</param>
/// <param name="Name">Its key, or the upload's id.</param>
/// <param name="Bytes">Its length; of an upload the bytes that count, more may follow. Null: no row says it.</param>
/// <param name="Sha256">Lower-case hex; null: no row says it.</param>
internal sealed record NamedFile(FilePlace Place, string Name, long? Bytes, string? Sha256)
{
    /// <summary>Of an upload: where its bytes are once a job has stored them, which may happen at any moment.</summary>
    public BlobKey? Later { get; init; }

    /// <summary>Place and name, as in a backup: <c>blobs/originals/0199…</c>.</summary>
    public string Path => PathOf(Place, Name);

    public static string PathOf(FilePlace place, string name) => $"{(place is FilePlace.Blobs ? "blobs" : "uploads")}/{name}";

    public static NamedFile Stored(BlobKey key) => new(FilePlace.Blobs, key.Value, null, null);
}
