namespace Zhizhuxia.Data;

/// <summary>How much of its allowance somebody has used in the window that runs, counted by all web processes together.</summary>
public sealed class RateWindow
{
    public const int KeyLength = 43;

    /// <summary>HMAC of the limit and of whose it is: an address is not kept here.</summary>
    public required string Key { get; init; }

    /// <summary>End of the window, in seconds since 1970.</summary>
    public required long Until { get; init; }

    public required int Used { get; init; }
}
