namespace Zhizhuxia.Assets;

/// <summary>Something made from an asset, published by the row that names it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Attempt">The job attempt that made it; part of its keys.</param>
/// <param name="Entry">The file to begin with, for example <c>master.m3u8</c>, <c>proxy.mp4</c>, <c>poster.jpg</c>.</param>
/// <param name="Files">All files, the entry included; nothing else under the attempt may be delivered.</param>
/// <param name="Width">Pixels, as shown.</param>
/// <param name="Height">Pixels, as shown.</param>
/// <param name="Bytes">Size of all files.</param>
public sealed record Rendition(RenditionKind Kind, long Attempt, string Entry, IReadOnlyList<string> Files, int Width, int Height, long Bytes)
{
    /// <summary>Name of the one file of a <see cref="RenditionKind.Ladder"/> that can be saved and played anywhere.</summary>
    public const string Download = "film.mp4";

    /// <summary>The verdict on AI-generated content that is shown on the picture, a word of AiLabel; null for none.</summary>
    public string? Label { get; init; }

    /// <summary>
    /// Name by which a player asks for the entry of a <see cref="RenditionKind.Proxy"/>: the entry itself changes while the proxy grows.
    /// </summary>
    public const string Alias = "live.m3u8";

    /// <summary>The file of the store behind a name that was asked for; null when nothing of that name may be delivered.</summary>
    public string? Resolve(string asked) => asked == Alias ? Entry : Files.FirstOrDefault(file => file == asked);
}
