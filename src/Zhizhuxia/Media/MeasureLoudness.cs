using Microsoft.Extensions.Options;

namespace Zhizhuxia.Media;

/// <summary>Measures how loud a film's chosen sound track is, as the ladder will hear it.</summary>
public sealed class MeasureLoudness(FfmpegProcess processes, Sandbox sandbox, SandboxState state, MediaTools tools, IOptions<MediaOptions> options)
{
    /// <summary>Decodes the whole track once; costs about a fiftieth of its length.</summary>
    /// <returns>Null when the film has no sound, or none that can be measured in one go to its end: it is then left as it is.</returns>
    /// <exception cref="Jobs.JobPostponedException">The box is closed; nothing was opened.</exception>
    public async Task<Loudness?> RunAsync(VideoFacts facts, string inputPath, CancellationToken ct)
    {
        if (facts.Audio is null or { IsBundled: true })
            return null;
        await state.RequireAsync(ct);
        var reader = new LoudnessReader();
        string[] arguments =
        [
            "-nostdin", "-hide_banner", "-nostats", "-v", "error", .. InputArguments.Guarded(options.Value), "-fflags", "+genpts", "-vn", "-i", Sandbox.Input,
            "-filter_complex", $"{PictureChain.Sound(facts)},ametadata=mode=delete,ebur128=metadata=1:peak=true,ametadata=mode=print:file=-[a]", "-map", "[a]", "-f", "null", "-",
        ];
        var order = new SandboxOrder(tools.Ffmpeg, arguments, TranscodePlan.WallFor(facts, options.Value))
        {
            InputPath = inputPath,
            MemoryMiB = options.Value.MemoryMiB,
            FileMiB = 1,
        };
        await processes.RunAsync(sandbox.Wrap(order) with { OnLine = line => reader.Read(line.Span) }, ct);
        return reader.Finish();
    }
}
