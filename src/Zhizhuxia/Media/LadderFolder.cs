using Microsoft.Extensions.Options;

namespace Zhizhuxia.Media;

/// <summary>Makes a ladder with all that belongs to it in a folder; the job and the operators' command work by it alike.</summary>
public sealed class LadderFolder(PatientTranscode transcode, IOptions<MediaOptions> options)
{
    /// <summary>Runs until a whole film's ladder is there and verified.</summary>
    /// <param name="facts">The film.</param>
    /// <param name="order">What the newsroom decided.</param>
    /// <param name="mark">For the MP4; null when no label is due.</param>
    /// <param name="inputPath">Its file.</param>
    /// <param name="folder">An empty folder.</param>
    /// <param name="beat">See <see cref="PatientTranscode"/>.</param>
    /// <returns>The names of the files to be delivered, the playlists among them.</returns>
    /// <exception cref="TranscodeFailedException">What came out is not as planned; the folder holds rubbish.</exception>
    public async Task<IReadOnlyList<string>> MakeAsync(
        VideoFacts facts, LadderOrder order, AigcMark? mark, string inputPath, string folder, Func<double, CancellationToken, Task> beat, CancellationToken ct)
    {
        var plan = LadderPlan.For(facts, order, options.Value);
        await transcode.RunAsync(plan, inputPath, folder, beat, ct);
        return await FinishAsync(plan, mark, inputPath, folder, beat, ct);
    }

    /// <summary>Adds the list of renditions and the MP4 to a ladder whose renditions lie in the folder; as <see cref="MakeAsync"/> otherwise.</summary>
    public async Task<IReadOnlyList<string>> FinishAsync(
        TranscodePlan ladder, AigcMark? mark, string inputPath, string folder, Func<double, CancellationToken, Task> beat, CancellationToken ct)
    {
        await LadderPlan.WriteMasterAsync(ladder, folder, ct);
        if (mark is not null)
            await DownloadPlan.WriteTagsAsync(mark, folder, ct);
        await transcode.OnceAsync(DownloadPlan.For(ladder, mark is not null, options.Value), inputPath, folder, beat, ct);
        return
        [
            LadderPlan.Master, DownloadPlan.FileName,
            .. ladder.Outputs.SelectMany(output => (string[])[TranscodePlan.Playlist(output.Name), $"{output.Name}.mp4"]),
        ];
    }
}
