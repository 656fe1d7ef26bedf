using Zhizhuxia.Submissions;

namespace Zhizhuxia.Publishing;

/// <summary>A published piece on its own page.</summary>
/// <param name="ShortCode">Last segment of its address.</param>
/// <param name="Title">As printed.</param>
/// <param name="Text">Paragraphs separated by line feeds.</param>
/// <param name="Column">Name of its column.</param>
/// <param name="Credits">In the order of print.</param>
/// <param name="SourceLine">Apart from the credits.</param>
/// <param name="PublishedAt">When it went out.</param>
/// <param name="Videos">In the order they were sent in; empty for a link whose original could not be had.</param>
/// <param name="LinkText">What the reader pasted, for such a link.</param>
/// <param name="AiNotice">The notice that has to stand beside the player (标识办法 第四条), or null.</param>
public sealed record PublicFilm(
    string ShortCode, string Title, string Text, string? Column, IReadOnlyList<Credit> Credits, string? SourceLine, DateTimeOffset PublishedAt,
    IReadOnlyList<PublicVideo> Videos, string? LinkText, string? AiNotice);
