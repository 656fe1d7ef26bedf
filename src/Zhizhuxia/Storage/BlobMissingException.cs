namespace Zhizhuxia.Storage;

/// <summary>There is no file under this key.</summary>
public sealed class BlobMissingException(BlobKey key) : IOException($"{key} is not stored");
