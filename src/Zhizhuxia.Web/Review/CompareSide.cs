using Zhizhuxia.Assets;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Review;

/// <summary>One of two pieces side by side, for the partial _CompareSide.</summary>
/// <param name="Film">Null where there is none.</param>
/// <param name="IsTurned">Shown as in a mirror, so that it looks like the one beside it.</param>
public sealed record CompareSide(Submission Piece, Asset? Film, bool IsTurned)
{
    public FilmSource? Source => Film is null ? null : FilmSource.Of(Film);

    public string? Poster => Film?.Find(RenditionKind.Poster) is null ? null : $"/media/{Film.Id:N}/poster";
}
