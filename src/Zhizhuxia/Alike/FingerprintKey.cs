namespace Zhizhuxia.Alike;

/// <summary>One of the keys of a fingerprint: see <see cref="PrintKeys"/>.</summary>
public sealed class FingerprintKey
{
    /// <summary>Kind and 16 bits of a hash.</summary>
    public required int Key { get; init; }

    public long FingerprintId { get; init; }

    /// <summary>Eighths of a second from the film's beginning.</summary>
    public required int Moment { get; init; }
}
