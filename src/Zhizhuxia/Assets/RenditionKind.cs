namespace Zhizhuxia.Assets;

public enum RenditionKind
{
    /// <summary>A still, JPEG.</summary>
    Poster,

    /// <summary>What editors watch when their browser cannot play the original.</summary>
    Proxy,

    /// <summary>HLS renditions for the public page.</summary>
    Ladder,
}
