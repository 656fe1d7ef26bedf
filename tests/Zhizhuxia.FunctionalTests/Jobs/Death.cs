namespace Zhizhuxia.FunctionalTests.Jobs;

/// <summary>
/// Kills a job at one of its steps outside the database, before or after the step: the row knows nothing of it yet, as when the program is
/// killed there. Singleton of a newsroom.
/// </summary>
internal sealed class Death
{
    private int? _left;

    /// <summary>It has happened.</summary>
    public bool Struck { get; private set; }

    /// <param name="seams">Seams that are passed alive: 0 dies before the first step, 1 after it.</param>
    public void Await(int seams) => (_left, Struck) = (seams, false);

    /// <summary>Lives from now on.</summary>
    public void Forgo() => _left = null;

    /// <summary>A step outside the database, with a seam on each side of it.</summary>
    /// <exception cref="DeathException">Here it ends.</exception>
    public async Task<T> StepAsync<T>(Func<Task<T>> step)
    {
        Pass();
        var result = await step();
        Pass();
        return result;
    }

    /// <inheritdoc cref="StepAsync{T}"/>
    public Task StepAsync(Func<Task> step) => StepAsync(async () =>
    {
        await step();
        return true;
    });

    private void Pass()
    {
        if (_left is 0)
        {
            Struck = true;
            _left = null;
            throw new DeathException();
        }
        _left--;
    }
}

/// <summary>The program was killed here.</summary>
internal sealed class DeathException : Exception;
