namespace Zhizhuxia.Assets;

/// <summary>What a part of a long film's ladder holds.</summary>
public enum LadderPartKind
{
    /// <summary>A range of the pictures in all sizes.</summary>
    Pictures,

    /// <summary>The whole sound.</summary>
    Sound,
}

/// <summary>One part of a long film's ladder: encoded by whichever worker is free, joined when all are done, then gone.</summary>
public sealed class LadderPart
{
    public required Guid Id { get; init; }

    public required Guid AssetId { get; init; }

    /// <summary>Names the plan: parts of different plans never meet in one film.</summary>
    public required string PlanHash { get; init; }

    public required LadderPartKind Kind { get; init; }

    /// <summary>0, 1, 2 … in the order of the film; 0 for the sound.</summary>
    public required int Number { get; init; }

    /// <summary>The first frame, counted at the rate of the slowest size.</summary>
    public required long FirstFrame { get; init; }

    /// <summary>How many frames; null: to the end.</summary>
    public required long? Frames { get; init; }

    /// <summary>The attempt of the job that made it; null while it is not made.</summary>
    public long? Attempt { get; private set; }

    /// <summary>Names of its files in the store, by the names of their sizes.</summary>
    public IReadOnlyDictionary<string, string> Files { get; private set; } = new Dictionary<string, string>();

    public bool IsDone => Attempt is not null;

    public void Finish(long attempt, IReadOnlyDictionary<string, string> files) => (Attempt, Files) = (attempt, files);

    /// <summary>Name in the store of one of its files; no other part has the same.</summary>
    /// <param name="size">Name of the size, or of the sound.</param>
    public string FileName(string size) => $"{size}-{Number:D4}-{PlanHash[..12]}.mp4";
}
