using Zhizhuxia.Benchmarks;

// One class a command; each prints what it measures and, as its last line, the figure.
BenchmarkCommand[] commands =
[
    new("upload-memory", "[--mib 2048]", "what one large upload costs the web program in memory", UploadMemory.RunAsync),
    new("time-to-watch", "[--mib 100] [--runs 5]", "from the last byte of a film to something an editor can watch", TimeToWatch.RunAsync),
    new("links", "[--connections 32] [--seconds 20] [--jobs None]", "links handed in over many connections beside the constant answer", LinkLoad.RunAsync),
    new("media-cost", "[--runs 3] [--clips DIR]", "what a film's delivery costs beside PeerTube's order of work", MediaCost.RunAsync),
    new("mail-rate", "[--mib 20] [--runs 9]", "reading a mail into the store beside decoding its base64 alone", MailRate.RunAsync),
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
