using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Assets;
using Zhizhuxia.Data;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Publishing;

/// <summary>What readers see of the newsroom: only pieces that are published now, asked of the database each time, so that a takedown holds at once.</summary>
public sealed class PublicPages(PortalDb db)
{
    /// <summary>Pieces of one column on the front page.</summary>
    public const int OnFront = 6;

    /// <summary>Pieces on a page of a column.</summary>
    public const int OnPage = 24;

    private IQueryable<Submission> Published => db.Submissions.AsNoTracking().Where(piece => piece.State == State.Published);

    public async Task<FrontPage> FrontAsync(CancellationToken ct)
    {
        var lead = await Published.OrderByDescending(piece => piece.PublishedAt).ThenByDescending(piece => piece.Id).Take(1).Select(CardRow.Of).ToListAsync(ct);
        var columns = await db.Columns.AsNoTracking()
            .Where(column => db.Submissions.Any(piece => piece.State == State.Published && piece.ColumnId == column.Id))
            .OrderByDescending(column => column.Open).ThenBy(column => column.Position).ThenBy(column => column.Name).ToListAsync(ct);
        List<PublicColumn> filled = [];
        foreach (var column in columns)
            filled.Add(await FillAsync(column, null, OnFront, ct));
        return new(lead.Select(row => row.Card(columns.Find(column => column.Id == row.ColumnId)?.Name)).SingleOrDefault(), filled);
    }

    /// <summary>A page of one column, newest first; null if there is no such column.</summary>
    /// <param name="after">A <see cref="PublicColumn.Next"/>, or null for the first page.</param>
    public async Task<PublicColumn?> ColumnAsync(Guid id, string? after, CancellationToken ct) =>
        await db.Columns.AsNoTracking().SingleOrDefaultAsync(column => column.Id == id, ct) is { } column
            ? await FillAsync(column, Cursor.Parse(after), OnPage, ct)
            : null;

    /// <summary>What stands at a short address, typed in any case; null if it was never given out.</summary>
    public async Task<FoundFilm?> FindAsync(string? typed, CancellationToken ct)
    {
        if (ShortAddress.Normalize(typed) is not { } code)
            return null;
        var piece = await db.Submissions.AsNoTracking().Include(row => row.Assets)
            .SingleOrDefaultAsync(row => row.ShortCode == code && (row.State == State.Published || row.State == State.TakenDown), ct);
        if (piece is null)
            return null;
        if (piece.State is State.TakenDown)
            return new(null, piece.TakenDownAt);
        var column = await db.Columns.AsNoTracking().Where(row => row.Id == piece.ColumnId).Select(row => row.Name).SingleOrDefaultAsync(ct);
        return new(FilmOf(piece, code, column), null);
    }

    /// <summary>A file of a published piece: of its ladder or its poster, and named in the row. Null for everything else.</summary>
    public async Task<BlobKey?> FileAsync(string? typed, Guid assetId, string file, CancellationToken ct)
    {
        if (ShortAddress.Normalize(typed) is not { } code)
            return null;
        var renditions = await Published.Where(piece => piece.ShortCode == code)
            .SelectMany(piece => piece.Assets).Where(asset => asset.Id == assetId && asset.State == AssetState.Ready && !asset.IsKeptOut)
            .Select(asset => asset.Renditions).SingleOrDefaultAsync(ct);
        var holder = renditions?.LastOrDefault(made => made.Kind is RenditionKind.Ladder or RenditionKind.Poster && made.Files.Contains(file));
        return holder is null ? null : BlobKey.Rendition(assetId, holder.Attempt, file);
    }

    private async Task<PublicColumn> FillAsync(Column column, Cursor? after, int size, CancellationToken ct)
    {
        var pieces = Published.Where(piece => piece.ColumnId == column.Id);
        if (after is { } end)
            pieces = pieces.Where(piece => piece.PublishedAt < end.At || (piece.PublishedAt == end.At && piece.Id < end.Id));
        var rows = await pieces.OrderByDescending(piece => piece.PublishedAt).ThenByDescending(piece => piece.Id).Take(size + 1).Select(CardRow.Of).ToListAsync(ct);
        var shown = rows.Take(size).ToList();
        var next = rows.Count > size ? new Cursor(shown[^1].PublishedAt, shown[^1].Id).ToString() : null;
        return new(column.Id, column.Name, column.Motto, column.Open, [.. shown.Select(row => row.Card(column.Name))], next);
    }

    private static PublicFilm FilmOf(Submission piece, string code, string? column)
    {
        var videos = piece.ChosenAssets.OrderBy(asset => asset.Id)
            .Where(asset => asset.Find(RenditionKind.Ladder) is not null).Select(asset => VideoOf(asset, code)).ToList();
        return new(
            code, piece.Title, piece.Text, column, piece.Credits, piece.SourceLine, piece.PublishedAt!.Value,
            videos, videos.Count == 0 ? piece.LinkText : null, AiNotice(piece.AiLabel));
    }

    private static PublicVideo VideoOf(Asset asset, string code)
    {
        var ladder = asset.Find(RenditionKind.Ladder)!;
        var poster = asset.Find(RenditionKind.Poster);
        return new(
            ShortAddress.Media(code, asset.Id, ladder.Entry), poster is null ? null : ShortAddress.Media(code, asset.Id, poster.Entry),
            asset.DurationSeconds, ladder.Width, ladder.Height,
            ladder.Files.Contains(Rendition.Download) ? ShortAddress.Media(code, asset.Id, Rendition.Download) : null);
    }

    private static string? AiNotice(AiLabel? label) => label switch
    {
        AiLabel.Certain => "本视频含有人工智能生成合成的内容",
        AiLabel.Possible => "本视频可能含有人工智能生成合成的内容",
        AiLabel.Suspected => "本视频疑似含有人工智能生成合成的内容",
        _ => null,
    };
}
