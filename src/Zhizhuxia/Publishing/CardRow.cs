using System.Linq.Expressions;
using Zhizhuxia.Assets;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Publishing;

/// <summary>What a card is made of, as it comes out of the database.</summary>
internal sealed record CardRow(
    Guid Id, string ShortCode, string Title, string Text, Guid? ColumnId, DateTimeOffset PublishedAt, IReadOnlyList<CardFilm> Films)
{
    public static readonly Expression<Func<Submission, CardRow>> Of = piece => new(
        piece.Id, piece.ShortCode!, piece.Title, piece.Text, piece.ColumnId, piece.PublishedAt!.Value,
        piece.Assets.Where(asset => asset.State == AssetState.Ready && !asset.IsKeptOut).OrderBy(asset => asset.Id)
            .Select(asset => new CardFilm(asset.Id, asset.DurationSeconds, asset.Renditions)).ToList());

    public PublicCard Card(string? column)
    {
        var film = Films.Count > 0 ? Films[0] : null;
        var poster = film?.Renditions.LastOrDefault(made => made.Kind is RenditionKind.Poster);
        return new(
            ShortCode, Title, Text, column, poster is null ? null : ShortAddress.Media(ShortCode, film!.AssetId, poster.Entry),
            poster is not null && poster.Height > poster.Width, film?.Seconds, PublishedAt);
    }
}

/// <summary>A film of a card.</summary>
internal sealed record CardFilm(Guid AssetId, double? Seconds, IReadOnlyList<Rendition> Renditions);
