using Zhizhuxia.Data;

namespace Zhizhuxia.FunctionalTests;

/// <summary>A clock that goes when a test says so. It begins a month ago, so that what it makes ready is ready by the database's clock too.</summary>
internal sealed class MovableClock : TimeProvider
{
    private DateTimeOffset _now = new MicrosecondClock().GetUtcNow().AddDays(-30);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Forward(TimeSpan span) => _now += span;
}
