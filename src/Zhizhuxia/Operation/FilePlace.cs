namespace Zhizhuxia.Operation;

/// <summary>Where bytes lie; also the folder's name in a backup.</summary>
internal enum FilePlace
{
    /// <summary>The store of finished files.</summary>
    Blobs,

    /// <summary>What is still arriving, or waits to be stored.</summary>
    Uploads,
}
