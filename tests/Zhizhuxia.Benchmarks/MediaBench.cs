using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Zhizhuxia.Alike;
using Zhizhuxia.Media;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Benchmarks;

/// <summary>The media room as the product wires it, counting processor time, in a folder of its own.</summary>
internal sealed class MediaBench : IAsyncDisposable
{
    private static readonly LadderOrder Plain = new(AiLabel.None, 0);
    private readonly ServiceProvider _services;

    private MediaBench(ServiceProvider services) => _services = services;

    public string Folder { get; } = Directory.CreateTempSubdirectory("zzx-bench-").FullName;

    public MediaOptions Options => _services.GetRequiredService<IOptions<MediaOptions>>().Value;

    public static async Task<MediaBench> OpenAsync(CancellationToken ct)
    {
        var scratch = Directory.CreateTempSubdirectory("zzx-bench-").FullName;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new($"{StorageOptions.Section}:{nameof(StorageOptions.Root)}", scratch)]).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddStorage(configuration).AddMedia(configuration)
            .AddSingleton(all => new Sandbox(all.GetRequiredService<MediaTools>()) { CountsProcessorTime = true })
            .BuildServiceProvider();
        services.GetRequiredService<SandboxState>().Set(await services.GetRequiredService<SandboxTest>().RunAsync(ct));
        return new MediaBench(services);
    }

    public async Task<VideoFacts> InspectAsync(string film, CancellationToken ct) =>
        (await _services.GetRequiredService<Probe>().InspectAsync(film, ct)).Facts ?? throw new InvalidOperationException($"{film} was refused");

    /// <summary>The film's facts; null when it is refused.</summary>
    public async Task<VideoFacts?> FactsAsync(string film, CancellationToken ct) => (await _services.GetRequiredService<Probe>().InspectAsync(film, ct)).Facts;

    /// <summary>The film's fingerprint, by the filters that the proxy's decode feeds.</summary>
    public async Task<FilmPrint> PrintAsync(VideoFacts facts, string film, CancellationToken ct)
    {
        var folder = NewFolder();
        await _services.GetRequiredService<PatientTranscode>().RunAsync(PrintPlan.For(facts, Options), film, folder, (_, _) => Task.CompletedTask, ct);
        return await new PrintReader(folder).ReadAsync(ct);
    }

    /// <summary>The product's ladder in the given sizes, with all that belongs to it: check of every output, MP4. Its loudness is known, as the job knows it from the editors' version.</summary>
    /// <returns>CPU-seconds of all children.</returns>
    public async Task<double> LadderAsync(VideoFacts facts, LadderShape shape, string film, string folder, CancellationToken ct)
    {
        var gain = SoundGain.For(await _services.GetRequiredService<MeasureLoudness>().RunAsync(facts, film, ct));
        return await CountAsync(async () =>
        {
            var plan = LadderPlan.For(facts, Plain with { GainDecibels = gain }, shape, Options);
            await _services.GetRequiredService<PatientTranscode>().RunAsync(plan, film, folder, (_, _) => Task.CompletedTask, ct);
            await _services.GetRequiredService<LadderFolder>().FinishAsync(plan, null, film, folder, (_, _) => Task.CompletedTask, ct);
        });
    }

    /// <summary>The product's version for editors with all that belongs to it.</summary>
    public Task<double> ProxyAsync(VideoFacts facts, string film, string folder, CancellationToken ct) => CountAsync(() =>
        _services.GetRequiredService<PatientTranscode>().RunAsync(ProxyPlan.For(facts, Options), film, folder, (_, _) => Task.CompletedTask, ct));

    /// <summary>The ladder's ffmpeg command alone, without box, measuring and checking.</summary>
    public async Task<double> BareAsync(VideoFacts facts, LadderShape shape, string film, string folder, CancellationToken ct) => (await BareRun.RunAsync(
        ["ffmpeg", .. LadderPlan.For(facts, Plain, shape, Options).Arguments.Select(argument => argument == Sandbox.Input ? film : argument.Replace(Sandbox.Output, folder, StringComparison.Ordinal))], ct)).CpuSeconds;

    public static LadderShape Shape(VideoFacts facts) => LadderShape.Of(facts, Plain);

    public string NewFolder() => Directory.CreateDirectory(Path.Combine(Folder, Guid.CreateVersion7().ToString("N"))).FullName;

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task<double> CountAsync(Func<Task> work)
    {
        var processes = _services.GetRequiredService<FfmpegProcess>();
        var before = processes.ProcessorTime;
        await work();
        return (processes.ProcessorTime - before).TotalSeconds;
    }
}
