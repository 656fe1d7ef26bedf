namespace Zhizhuxia.Submissions;

/// <summary>What an address leads to, as far as its shape and the app's words say.</summary>
public enum LinkKind
{
    Video,

    /// <summary>A person's page: not one video.</summary>
    Profile,

    /// <summary>A live room: gone when the broadcast ends.</summary>
    Live,

    /// <summary>A picture note, an article, a post, a licensed series, or a page nothing is known of.</summary>
    Page,

    /// <summary>A shared file of a cloud disk (网盘), often with a code and an expiry.</summary>
    CloudDisk,
}
