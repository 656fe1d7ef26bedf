using Zhizhuxia.Benchmarks;

// One class a command; each prints what it measures and, as its last line, the figure.
BenchmarkCommand[] commands =
[
    new("upload-memory", "[--mib 2048]", "what one large upload costs the web program in memory", UploadMemory.RunAsync),
    new("time-to-watch", "[--mib 100] [--runs 5]", "from the last byte of a film to something an editor can watch", TimeToWatch.RunAsync),
    new("links", "[--connections 32] [--seconds 20] [--jobs None]", "links handed in over many connections beside the constant answer", LinkLoad.RunAsync),
    new("curve", "[--pieces 100000]", "links and jobs per second, and how long a job waits, by pieces and workers, on PostgreSQL", CostCurve.RunAsync),
    new("media-cost", "[--runs 3] [--clips DIR]", "what a film's delivery costs beside PeerTube's order of work", MediaCost.RunAsync),
    new("mail-rate", "[--mib 20] [--runs 9]", "reading a mail into the store beside decoding its base64 alone", MailRate.RunAsync),
    new("queue", "[--pieces 1000000] [--rounds 400]", "pages of the queue and searches at 10 000, 100 000 and 1 000 000 pieces", QueueLoad.RunAsync),
    new("alike", "[--clips DIR] [--longest 60]", "which altered copies of films are recognised, and which other films are taken for them", AlikeRecall.RunAsync),
    new("statistics", "[--pieces 1000000] [--runs 3]", "the page 统计 over very many pieces, on SQLite", StatisticsLoad.RunAsync),
    new("alike-scale", "[--films 100000]", "the search for one film among many others beside the same among few", AlikeScale.RunAsync),
];

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

if (commands.FirstOrDefault(command => command.Name == args.FirstOrDefault()) is { } asked)
    return await asked.RunAsync(new(args[1..]), stop.Token);

Console.Error.WriteLine("dotnet run -c Release --project tests/Zhizhuxia.Benchmarks -- COMMAND");
foreach (var command in commands)
    Console.Error.WriteLine($"  {command.Name} {command.Options}   {command.Purpose}");
return 2;
