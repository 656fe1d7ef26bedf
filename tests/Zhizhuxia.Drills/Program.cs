using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Zhizhuxia.Drills;

// One class a drill. "all" runs each in turn, in its short form without those that take minutes; the last line counts them, as tests are counted.
Drill[] drills =
[
    new("acknowledged", "R1 R2 R3", "kill -9 under uploads, submits, storing and transcodes", Acknowledged.RunAsync),
    new("disk-full", "R5", "the disk fills under an upload and is enlarged", DiskFull.RunAsync),
    new("store-down", "R6", "the object store refuses, hangs, resets, answers 503 and is slow", StoreDown.RunAsync),
    new("database-restart", "R8", "PostgreSQL is restarted at once, again and again, under load", DatabaseRestart.RunAsync),
    new("graceful-stop", "R16", "SIGTERM under uploads and transcodes", GracefulStop.RunAsync),
    new("no-child-left", "R17", "kill -9 while transcoding leaves no ffmpeg", NoChildLeft.RunAsync),
    new("backup", "R18", "a backup under load, restored elsewhere", BackupUnderLoad.RunAsync),
    new("many", "many", "two web processes and three workers on one PostgreSQL and one object store; one worker is killed, one stopped and woken", Many.RunAsync, TakesMinutes: true),
];

var (isLong, name) = (args.Contains("--long"), args.FirstOrDefault(word => !word.StartsWith('-')));
var at = Array.IndexOf(args, "--seed");
var seed = at < 0 ? RandomSeed() : int.Parse(args[at + 1], CultureInfo.InvariantCulture);
var asked = drills.Where(drill => drill.Name == name || (name == "all" && (isLong || !drill.TakesMinutes))).ToList();
if (asked.Count == 0)
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/Zhizhuxia.Drills -- DRILL|all [--long] [--seed N]");
    foreach (var drill in drills)
        Console.Error.WriteLine($"  {drill.Name,-17} {drill.Promises,-11} {drill.Purpose}");
    return 2;
}

using var stop = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop); // what was started is stopped first
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
var (passed, failed, skipped) = (0, 0, 0);
List<string> table = [];
foreach (var drill in asked)
{
    Console.WriteLine($"{drill.Name}: {drill.Purpose} (--seed {seed} runs it again)");
    var (run, clock) = (new DrillRun(isLong, seed), Stopwatch.StartNew());
    try
    {
        await drill.RunAsync(run, stop.Token);
    }
    catch (Xunit.Sdk.SkipException missing)
    {
        run.Skip(missing.Message);
    }
    catch (Exception trouble) when (!stop.IsCancellationRequested) // the next one shall be run all the same
    {
        run.Must(false, $"{trouble.GetType().Name}: {trouble.Message}");
        Console.WriteLine(trouble);
    }
    (passed, failed, skipped) = run switch
    {
        { Failed: > 0 } => (passed, failed + 1, skipped),
        { Skipped: not null } => (passed, failed, skipped + 1),
        _ => (passed + 1, failed, skipped),
    };
    table.Add(string.Create(CultureInfo.InvariantCulture, $"| `{drill.Name}` | {drill.Promises} | {run.Seen} | {clock.Elapsed.TotalSeconds:F0} s |"));
}
Console.WriteLine(string.Join(Environment.NewLine, table));
Console.WriteLine($"{passed} passed, {failed} failed, {skipped} skipped");
return failed == 0 ? 0 : 1;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}

#pragma warning disable CA5394 // chance that can be had again, not a secret
static int RandomSeed() => Random.Shared.Next();
