namespace Zhizhuxia.Data;

/// <summary>The system's clock in whole microseconds: what PostgreSQL keeps, so that a moment read back is the moment that was told.</summary>
internal sealed class MicrosecondClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow()
    {
        var now = base.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
