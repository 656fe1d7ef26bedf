namespace Zhizhuxia.Assets;

public enum RenditionKind
{
    /// <summary>A still, JPEG.</summary>
    Poster,

    /// <summary>What editors watch when their browser cannot play the original.</summary>
    Proxy,

    /// <summary>HLS renditions for the public page.</summary>
    Ladder,

    /// <summary>Sheets of small pictures for the editors' time bar, with the list of them as WebVTT.</summary>
    Storyboard,

    /// <summary>Stills from which an editor may choose the <see cref="Poster"/>.</summary>
    PosterCandidates,
}
