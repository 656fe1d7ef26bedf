using System.Globalization;

namespace Zhizhuxia.Review;

/// <summary>Where a page of the queue ends.</summary>
/// <param name="Waiting">Still in the part that waits for the person.</param>
/// <param name="At">When the last row came in.</param>
/// <param name="Id">Its id, where times are equal.</param>
internal readonly record struct QueueCursor(bool Waiting, DateTimeOffset At, Guid Id)
{
    private const string Found = "f.";

    public static QueueCursor Start { get; } = new(true, DateTimeOffset.MinValue, Guid.Empty);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Waiting ? 'w' : 'r')}.{At.UtcTicks:x}.{Id:N}");

    /// <summary>The start for anything that is not a cursor.</summary>
    public static QueueCursor Parse(string? text) =>
        text?.Split('.') is [var part, var ticks, var id]
        && long.TryParse(ticks, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var at)
        && at >= 0 && at <= DateTimeOffset.MaxValue.UtcTicks && Guid.TryParseExact(id, "N", out var guid)
            ? new(part == "w", new(at, TimeSpan.Zero), guid)
            : Start;

    /// <summary>Of what was searched: the newest first, so the number of the last row is enough.</summary>
    public static string OfFound(long serial) => string.Create(CultureInfo.InvariantCulture, $"{Found}{serial}");

    /// <summary>The number of a cursor of <see cref="OfFound"/>; for anything else that of the newest piece there can be.</summary>
    public static long ParseFound(string? text) =>
        text?.StartsWith(Found, StringComparison.Ordinal) is true && long.TryParse(text.AsSpan(Found.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
            ? serial
            : long.MaxValue;
}
