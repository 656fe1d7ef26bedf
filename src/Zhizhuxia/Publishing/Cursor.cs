using System.Globalization;

namespace Zhizhuxia.Publishing;

/// <summary>Where a page of a list ends: the next one begins after it.</summary>
/// <param name="At">Time of the last row.</param>
/// <param name="Id">Its id, where times are equal.</param>
internal readonly record struct Cursor(DateTimeOffset At, Guid Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks:x}.{Id:N}");

    /// <summary>Null for anything that is not a cursor: the list then begins anew.</summary>
    public static Cursor? Parse(string? text) =>
        text?.Split('.') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var at)
        && at >= 0 && at <= DateTimeOffset.MaxValue.UtcTicks && Guid.TryParseExact(id, "N", out var guid)
            ? new(new(at, TimeSpan.Zero), guid)
            : null;
}
