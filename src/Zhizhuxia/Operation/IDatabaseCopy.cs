using Zhizhuxia.Data;

namespace Zhizhuxia.Operation;

/// <summary>How the whole database is copied out and put back.</summary>
public interface IDatabaseCopy
{
    DatabaseKind Kind { get; }

    /// <summary>Name of the copy in a backup.</summary>
    string FileName { get; }

    /// <summary>Writes the copy and keeps its moment open, so that the rows can be read as the copy has them. The caller disposes it.</summary>
    /// <param name="path">Replaced where it is there.</param>
    Task<DatabaseSnapshot> TakeAsync(string path, CancellationToken ct);

    /// <summary>There is no database, or one without tables.</summary>
    Task<bool> IsEmptyAsync(CancellationToken ct);

    /// <summary>Puts a copy where nothing is.</summary>
    Task PutBackAsync(string path, CancellationToken ct);
}
