namespace Zhizhuxia.Demo;

/// <summary>The time at which something of the demo happened: pieces have ages, as in a newsroom that has worked for two weeks.</summary>
public sealed class DemoClock : TimeProvider
{
    private DateTimeOffset? _shown;

    public override DateTimeOffset GetUtcNow() => _shown ?? System.GetUtcNow();

    /// <summary>Shows this moment from now on, but never one that is still to come.</summary>
    public void Show(DateTimeOffset moment)
    {
        var now = System.GetUtcNow();
        _shown = moment < now ? moment : now;
    }

    public void ShowNow() => _shown = null;
}
