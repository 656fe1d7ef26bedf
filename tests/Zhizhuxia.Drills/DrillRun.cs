namespace Zhizhuxia.Drills;

#pragma warning disable CA5394 // chance that can be had again, not a secret

/// <summary>One run of a drill: its size, its chance, and what was seen.</summary>
/// <param name="isLong">As many as the promise says; otherwise a few, for the test run.</param>
/// <param name="seed">Begins the chance; the same again with <c>--seed</c>.</param>
internal sealed class DrillRun(bool isLong, int seed)
{
    private readonly List<string> _seen = [];

    public Random Random { get; } = new(seed);

    public int Seed => seed;

    /// <summary>What was not as promised.</summary>
    public int Failed { get; private set; }

    /// <summary>Why it could not be done here; null if it was.</summary>
    public string? Skipped { get; private set; }

    /// <summary>For the table.</summary>
    public string Seen => string.Join("; ", _seen);

    public int Pick(int few, int many) => isLong ? many : few;

    public TimeSpan Between(int least, int most) => TimeSpan.FromMilliseconds(Random.Next(least, most));

    /// <summary>What only counts together with a promise.</summary>
    public void Saw(string what)
    {
        _seen.Add(what);
        Console.WriteLine($"  saw     {what}");
    }

    public void Must(bool holds, string what)
    {
        Failed += holds ? 0 : 1;
        _seen.Add(holds ? what : $"NOT: {what}");
        Console.WriteLine($"  {(holds ? "holds  " : "BROKEN ")} {what}");
    }

    /// <summary>A time; it counts in the long form only, because tests run beside others.</summary>
    public void Within(TimeSpan took, TimeSpan bound, string what)
    {
        var text = FormattableString.Invariant($"{what}: {took.TotalSeconds:F1} s of {bound.TotalSeconds:F0}");
        if (isLong)
            Must(took <= bound, text);
        else
            Saw(text);
    }

    public void Skip(string why)
    {
        Skipped = why;
        _seen.Add($"not run: {why}");
    }

    /// <summary>Waits for what other processes will have done.</summary>
    /// <returns>How long it took.</returns>
    /// <exception cref="TimeoutException">It did not come true within minutes.</exception>
    public static async Task<TimeSpan> UntilAsync(string what, Func<Task<bool>> holds, CancellationToken ct)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (!await holds())
        {
            if (clock.Elapsed > TimeSpan.FromMinutes(4))
                throw new TimeoutException($"It did not come true: {what}");
            await Task.Delay(50, ct);
        }
        return clock.Elapsed;
    }
}
