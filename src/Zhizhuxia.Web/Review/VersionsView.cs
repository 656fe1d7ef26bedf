using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using Version = Zhizhuxia.Submissions.Version;

namespace Zhizhuxia.Web.Review;

/// <summary>Two versions of a piece beside each other.</summary>
/// <param name="Versions">All there are, the oldest first.</param>
/// <param name="From">Number of the older one.</param>
/// <param name="To">Number of the newer one.</param>
/// <param name="Rows">Only what differs.</param>
/// <param name="Film">Which film is on the screen, so that it stays there.</param>
/// <param name="Known">Number of the version that who looks had seen before.</param>
public sealed record VersionsView(IReadOnlyList<Version> Versions, int From, int To, IReadOnlyList<VersionRow> Rows, int Film, int? Known)
{
    /// <summary>What is asked for; else since the last look; else the last change.</summary>
    public static VersionsView Of(PieceModel page)
    {
        var (versions, last) = (page.Piece.Versions, page.Piece.Versions.Count);
        var to = Math.Clamp(page.To ?? last, 1, last);
        var known = page.Look?.KnownVersion is { } seen && seen > 0 && seen < last ? seen : (int?)null;
        var from = Math.Clamp(page.From ?? known ?? to - 1, 1, last);
        return new(versions, from, to, VersionWords.Between(page.Piece, from, to), page.Film, known);
    }

    /// <summary>For example "第 2 版 · 王编辑 · 11月28日 10:02".</summary>
    public string NameOf(Version version) => $"第 {version.Number} 版 · {version.By} · {Beijing.Minute(version.At)}{(version.Number == Known ? "（您上次看到的）" : "")}";
}
