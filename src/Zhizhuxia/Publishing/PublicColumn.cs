namespace Zhizhuxia.Publishing;

/// <summary>A column with its newest pieces.</summary>
/// <param name="Id">For <see cref="PublicPages.ColumnAsync"/>.</param>
/// <param name="Name">For example 视·记者节.</param>
/// <param name="Motto">One line under the heading.</param>
/// <param name="Open">Takes new pieces.</param>
/// <param name="Pieces">Newest first.</param>
/// <param name="Next">Cursor of the following page; null at the end.</param>
public sealed record PublicColumn(Guid Id, string Name, string? Motto, bool Open, IReadOnlyList<PublicCard> Pieces, string? Next);
