namespace Zhizhuxia.Benchmarks;

/// <summary>A row of the program's commands.</summary>
/// <param name="Options">As the usage shows them.</param>
/// <param name="Purpose">What the figure says.</param>
/// <param name="RunAsync">Measures and prints; gives the exit code, 0 if the figure is within its bound.</param>
internal sealed record BenchmarkCommand(string Name, string Options, string Purpose, Func<BenchmarkOptions, CancellationToken, Task<int>> RunAsync);
