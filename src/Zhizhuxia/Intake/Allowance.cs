namespace Zhizhuxia.Intake;

/// <summary>
/// So many in any stretch of time, for one sender. What is taken comes back when the stretch has passed since (to a sixtieth of it, never early), and at
/// once what was not needed after all. It says when; the framework's limiters can do neither.
/// </summary>
/// <param name="most">In one stretch.</param>
public sealed class Allowance(int most, TimeSpan stretch, TimeProvider clock)
{
    private const int Steps = 60;

    private readonly Lock _gate = new();
    private readonly long _began = clock.GetTimestamp();
    private readonly Queue<Spell> _spells = [];
    private TimeSpan _asked;
    private int _held;

    /// <summary>How long nobody has asked while nothing was held; null: something is.</summary>
    public TimeSpan? IdleFor
    {
        get
        {
            lock (_gate)
            {
                Release();
                return _held == 0 ? Elapsed - _asked : null;
            }
        }
    }

    private TimeSpan Elapsed => clock.GetElapsedTime(_began);

    private TimeSpan Step => stretch / Steps;

    /// <summary>Takes all of them or none.</summary>
    /// <returns>What gives them back; null if so many are not left.</returns>
    public Action? TryTake(int count)
    {
        lock (_gate)
        {
            Release();
            _asked = Elapsed;
            if (_held + count > most)
                return null;
            var now = (long)(_asked / Step);
            if (_spells.LastOrDefault() is not { } spell || spell.Step != now)
                _spells.Enqueue(spell = new(now));
            (spell.Taken, _held) = (spell.Taken + count, _held + count);
            return () => GiveBack(spell, count);
        }
    }

    /// <summary>How long until so many are left, if nobody takes any before; of more than there ever are, until all are.</summary>
    public TimeSpan Until(int count)
    {
        lock (_gate)
        {
            Release();
            var missing = _held + count - most;
            foreach (var spell in _spells)
            {
                missing -= spell.Taken;
                if (missing <= 0 || spell == _spells.Last())
                    return ((spell.Step + Steps + 1) * Step) - Elapsed;
            }
            return TimeSpan.Zero;
        }
    }

    private void GiveBack(Spell spell, int count)
    {
        lock (_gate)
        {
            if (_spells.Contains(spell))
                (spell.Taken, _held) = (spell.Taken - count, _held - count);
        }
    }

    private void Release()
    {
        var now = (long)(Elapsed / Step);
        while (_spells.TryPeek(out var first) && first.Step + Steps < now)
            _held -= _spells.Dequeue().Taken;
    }

    /// <summary>What was taken within one step.</summary>
    private sealed class Spell(long step)
    {
        public long Step => step;

        public int Taken { get; set; }
    }
}
