namespace Zhizhuxia.Assets;

/// <summary>The small table of a file's life.</summary>
public static class AssetFlow
{
    public static IReadOnlyList<(AssetState From, AssetState To)> Table { get; } =
    [
        (AssetState.Expected, AssetState.Uploading),
        (AssetState.Expected, AssetState.Inspecting), // the first request brought everything
        (AssetState.Uploading, AssetState.Inspecting),
        (AssetState.Inspecting, AssetState.Ready),
        (AssetState.Inspecting, AssetState.Rejected),
        (AssetState.Expected, AssetState.Purged),
        (AssetState.Uploading, AssetState.Purged),
        (AssetState.Inspecting, AssetState.Purged), // taken back by the reader while it was looked at
        (AssetState.Ready, AssetState.Purged),
        (AssetState.Rejected, AssetState.Purged),
    ];

    public static bool Allows(AssetState from, AssetState to) => Table.Contains((from, to));
}
