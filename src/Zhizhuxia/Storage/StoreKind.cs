namespace Zhizhuxia.Storage;

/// <summary>Where files are kept.</summary>
public enum StoreKind
{
    /// <summary>Under <see cref="StorageOptions.Root"/>.</summary>
    Disk,

    /// <summary>In Azure Blob Storage, or whatever speaks its protocol.</summary>
    Azure,
}
