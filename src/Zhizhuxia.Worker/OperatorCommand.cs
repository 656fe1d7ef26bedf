using System.Data.Common;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Zhizhuxia.Data;
using Zhizhuxia.Intake;
using Zhizhuxia.Mail;
using Zhizhuxia.Media;
using Zhizhuxia.Operation;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Worker;

/// <summary>
/// Runs one command for an operator. Those on films, links and mails need no database and no data folder, only a scratch folder that goes afterwards,
/// and open no reader's file before the sandbox has proved itself; those of <see cref="DataCommand"/> work on the newsroom's own data.
/// </summary>
internal static class OperatorCommand
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The first word is a command and no setting.</summary>
    public static bool IsAsked(string[] words) => words is [not "" and var first, ..] && first[0] is not ('-' or '/') && !first.Contains('=');

    /// <summary>Carries it out.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] words)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            return await RunAsync(CommandLine.Parse(words), stop.Token);
        }
        // What settings, machine, database and store bring about: a sentence is enough. Anything else is ours, and ends with all that is known of it.
        catch (Exception trouble) when (trouble is CommandException or OperationException or NewerSchemaException or MachineAtFaultException or OptionsValidationException
            or DbException or OperationCanceledException or IOException or UnauthorizedAccessException
            or InvalidDataException or FormatException or ArgumentException || trouble.IsOfConnection || trouble.IsOfStore)
        {
            await Console.Error.WriteLineAsync(trouble is OperationCanceledException ? "Stopped." : trouble.Message);
            return trouble is CommandException { ExitCode: var code } ? code : 1;
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    private static Task<int> RunAsync(CommandLine line, CancellationToken ct) =>
        DataCommand.IsAsked(line.Command) ? DataCommand.RunAsync(line, ct) : WithoutDataAsync(line, ct);

    private static async Task<int> WithoutDataAsync(CommandLine line, CancellationToken ct)
    {
        var scratch = Directory.CreateTempSubdirectory("zhizhuxia-");
        try
        {
            await using var services = Services(line, scratch.FullName);
            return line.Command switch
            {
                "inspect" => await services.GetRequiredService<InspectCommand>().RunAsync(line, ct),
                "transcode" => await services.GetRequiredService<TranscodeCommand>().RunAsync(line, ct),
                "parse-link" => ParseLinkCommand.Run(line),
                "fetch-link" => await services.GetRequiredService<FetchLinkCommand>().RunAsync(line, ct),
                "read-mail" => await services.GetRequiredService<ReadMailCommand>().RunAsync(line, ct),
                "sandbox-test" => await services.GetRequiredService<SandboxCommand>().RunAsync(ct),
                _ => throw CommandLine.Wrong($"There is no command {line.Command}"),
            };
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    /// <summary>One object on a line of its own.</summary>
    public static void Print<T>(T value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, Shape));

    /// <summary>Standard output is the command's own.</summary>
    public static void ToStandardError(ILoggingBuilder log) => log.SetMinimumLevel(LogLevel.Warning)
        .AddFilter("Microsoft.EntityFrameworkCore.Migrations", LogLevel.Error).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

    /// <summary>From where the program itself takes its settings, in the same order.</summary>
    /// <param name="more">What counts before them all.</param>
    public static IConfiguration Configuration(CommandLine line, params KeyValuePair<string, string?>[] more) => new ConfigurationBuilder()
        .SetBasePath(Directory.GetCurrentDirectory()).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().AddCommandLine(line.Settings).AddInMemoryCollection(more).Build();

    private static ServiceProvider Services(CommandLine line, string scratch)
    {
        var configuration = Configuration(line, new KeyValuePair<string, string?>($"{StorageOptions.Section}:{nameof(StorageOptions.Root)}", scratch));
        return new ServiceCollection().AddLogging(ToStandardError)
            .AddSingleton(TimeProvider.System).AddStorage(configuration).AddMedia(configuration)
            .AddSingleton(all => new Sandbox(all.GetRequiredService<MediaTools>()) { CountsProcessorTime = true })
            .AddSingleton<ProvenBox>().AddSingleton<InspectCommand>().AddSingleton<TranscodeCommand>().AddSingleton<SandboxCommand>()
            .AddSingleton(LinkFetcherNetwork.Internet).AddSingleton<LinkFetcher>().AddSingleton<FetchLinkCommand>()
            .AddMail(configuration).AddSingleton<ReadMailCommand>()
            .BuildServiceProvider();
    }
}
