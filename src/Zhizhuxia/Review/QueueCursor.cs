using System.Globalization;

namespace Zhizhuxia.Review;

/// <summary>Where a page of the queue ends.</summary>
/// <param name="Waiting">Still in the part that waits for the person.</param>
/// <param name="At">When the last row came in.</param>
/// <param name="Id">Its id, where times are equal.</param>
internal readonly record struct QueueCursor(bool Waiting, DateTimeOffset At, Guid Id)
{
    public static QueueCursor Start { get; } = new(true, DateTimeOffset.MinValue, Guid.Empty);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Waiting ? 'w' : 'r')}.{At.UtcTicks:x}.{Id:N}");

    /// <summary>The start for anything that is not a cursor.</summary>
    public static QueueCursor Parse(string? text) =>
        text?.Split('.') is [var part, var ticks, var id]
        && long.TryParse(ticks, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var at)
        && at >= 0 && at <= DateTimeOffset.MaxValue.UtcTicks && Guid.TryParseExact(id, "N", out var guid)
            ? new(part == "w", new(at, TimeSpan.Zero), guid)
            : Start;
}
