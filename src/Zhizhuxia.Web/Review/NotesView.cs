using Zhizhuxia.Submissions;
using Zhizhuxia.Web.Shared;

namespace Zhizhuxia.Web.Review;

/// <summary>批注 as one person sees them.</summary>
/// <param name="Piece">Its id.</param>
/// <param name="Notes">By film and moment.</param>
/// <param name="Films">Ids in the order of the page.</param>
/// <param name="Film">Which of them is on the screen, from 0.</param>
/// <param name="EditorId">Who looks.</param>
public sealed record NotesView(Guid Piece, IReadOnlyList<FilmNote> Notes, IReadOnlyList<Guid> Films, int Film, Guid? EditorId)
{
    /// <summary>Why the last one was not taken; null if nothing is wrong.</summary>
    public string? Refusal { get; init; }

    /// <summary>Digest of the version on the page; null where that is not known.</summary>
    public string? Digest { get; init; }

    public static NotesView Of(PieceModel page) => new(
        page.Id, page.Folder.Notes, [.. page.Piece.Assets.Select(asset => asset.Id).Order()], page.Film, page.Actor.EditorId)
    { Digest = page.Piece.Digest };

    /// <summary>Its moment can be played now.</summary>
    public bool IsOnScreen(FilmNote note) => note is { AtSeconds: not null } && IndexOf(note) == Film;

    /// <summary>Which film, from 0; -1 for none.</summary>
    public int IndexOf(FilmNote note) => note.AssetId is { } film ? Films.ToList().IndexOf(film) : -1;

    /// <summary>For example "0:12" or "素材 2 0:12"; empty for the piece as a whole.</summary>
    public string Moment(FilmNote note) =>
        note.AtSeconds is not { } at ? "" : IndexOf(note) is > -1 and var film && Films.Count > 1 ? $"素材 {film + 1} {Words.Time(at)}" : Words.Time(at);

    public bool MayStrike(FilmNote note) => note.StruckAt is null && note.EditorId == EditorId;
}
