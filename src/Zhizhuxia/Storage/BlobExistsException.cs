namespace Zhizhuxia.Storage;

/// <summary>A key is written once: this one is taken.</summary>
public sealed class BlobExistsException(BlobKey key) : IOException($"{key} is already stored");
