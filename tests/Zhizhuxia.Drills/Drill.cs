namespace Zhizhuxia.Drills;

/// <summary>A row of the program's commands.</summary>
/// <param name="Promises">Which promises it puts to the test.</param>
/// <param name="RunAsync">Does it, and tells the run what was seen.</param>
/// <param name="TakesMinutes">Not part of the short form of all.</param>
internal sealed record Drill(string Name, string Promises, string Purpose, Func<DrillRun, CancellationToken, Task> RunAsync, bool TakesMinutes = false);
