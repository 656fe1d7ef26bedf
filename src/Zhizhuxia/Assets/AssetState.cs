namespace Zhizhuxia.Assets;

/// <summary>The material lane: machines move it.</summary>
public enum AssetState
{
    /// <summary>Announced; no byte has arrived.</summary>
    Expected,
    Uploading,

    /// <summary>All bytes are here; being stored and looked at.</summary>
    Inspecting,
    Ready,

    /// <summary>Cannot be used; <see cref="Asset.RefusalCode"/> says why.</summary>
    Rejected,

    /// <summary>The bytes are gone.</summary>
    Purged,
}
