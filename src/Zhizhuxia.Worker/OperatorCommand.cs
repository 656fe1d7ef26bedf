using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Zhizhuxia.Intake;
using Zhizhuxia.Mail;
using Zhizhuxia.Media;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Worker;

/// <summary>
/// Runs one command for an operator: no database, no data folder, a scratch folder that goes afterwards. No reader's file is
/// opened before the sandbox has proved itself.
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
        catch (Exception trouble) when (trouble is CommandException or MachineAtFaultException or OperationCanceledException or IOException or UnauthorizedAccessException or OptionsValidationException)
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

    private static async Task<int> RunAsync(CommandLine line, CancellationToken ct)
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

    private static ServiceProvider Services(CommandLine line, string scratch)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(line.Settings)
            .AddInMemoryCollection([new($"{StorageOptions.Section}:{nameof(StorageOptions.Root)}", scratch)]).Build();
        return new ServiceCollection().AddLogging(log => log.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace))
            .AddSingleton(TimeProvider.System).AddStorage(configuration).AddMedia(configuration)
            .AddSingleton(all => new Sandbox(all.GetRequiredService<MediaTools>()) { CountsProcessorTime = true })
            .AddSingleton<ProvenBox>().AddSingleton<InspectCommand>().AddSingleton<TranscodeCommand>().AddSingleton<SandboxCommand>()
            .AddSingleton(LinkFetcherNetwork.Internet).AddSingleton<LinkFetcher>().AddSingleton<FetchLinkCommand>()
            .AddMail(configuration).AddSingleton<ReadMailCommand>()
            .BuildServiceProvider();
    }
}
