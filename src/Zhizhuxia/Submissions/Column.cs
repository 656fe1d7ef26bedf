namespace Zhizhuxia.Submissions;

/// <summary>栏目, e.g. 视·记者节. Columns are seasonal: they open and close.</summary>
public sealed class Column
{
    public required Guid Id { get; init; }

    /// <summary>2–20 characters, unique.</summary>
    public required string Name { get; set; }

    /// <summary>One line under the heading.</summary>
    public string? Motto { get; set; }

    public bool Open { get; set; } = true;

    /// <summary>Order on the page; smaller first.</summary>
    public int Position { get; set; }
}
