namespace Zhizhuxia.Data;

/// <summary>The database, or a backup, has a shape that only a newer program knows.</summary>
/// <param name="unknown">Names of its migrations that this program does not have.</param>
public sealed class NewerSchemaException(IReadOnlyList<string> unknown) : InvalidOperationException(
    $"The database was written by a newer program; this one will not touch it. Unknown here: {string.Join(", ", unknown)}. Start the newer program again, or restore a backup made by this one.");
