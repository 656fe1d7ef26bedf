namespace Zhizhuxia.Publishing;

/// <summary>A published piece as the 专版 lists it.</summary>
/// <param name="ShortCode">Last segment of its address: <c>/v/{ShortCode}</c>.</param>
/// <param name="Title">As printed.</param>
/// <param name="Text">The whole text.</param>
/// <param name="Column">Name of its column, e.g. 视·记者节.</param>
/// <param name="Poster">Address of the still from the site's root, or null.</param>
/// <param name="Upright">The film is higher than wide.</param>
/// <param name="Seconds">Length of the first film, or null.</param>
/// <param name="PublishedAt">Newest first.</param>
public sealed record PublicCard(
    string ShortCode, string Title, string Text, string? Column, string? Poster, bool Upright, double? Seconds, DateTimeOffset PublishedAt);
