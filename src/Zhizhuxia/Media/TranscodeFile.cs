using Microsoft.Extensions.Options;
using Zhizhuxia.Assets;

namespace Zhizhuxia.Media;

/// <summary>
/// Makes a proxy or a ladder from a file into a folder, by the same plans, runs and verification as the jobs
/// <see cref="MakeProxy"/> and <see cref="MakeLadder"/>, which read from the store and put into it.
/// </summary>
public sealed class TranscodeFile(PatientTranscode transcode, LadderFolder ladder, MeasureLoudness loudness, IOptions<MediaOptions> options)
{
    /// <summary>Name of the file with marks and loudness.</summary>
    public const string Findings = "findings.json";

    /// <summary>Runs until the files are there and verified.</summary>
    /// <param name="kind">Proxy or ladder.</param>
    /// <param name="facts">Of the file.</param>
    /// <param name="path">The file.</param>
    /// <param name="folder">An empty folder.</param>
    /// <param name="progress">Receives the finished share, 0 to 1, about once a second.</param>
    /// <exception cref="TranscodeFailedException">What came out is not as planned; the folder holds rubbish.</exception>
    public async Task RunAsync(RenditionKind kind, VideoFacts facts, string path, string folder, Action<double> progress, CancellationToken ct)
    {
        if (kind is RenditionKind.Proxy)
        {
            await transcode.RunAsync(ProxyPlan.For(facts, options.Value), path, folder, Beat, ct);
            await KeepFindingsAsync(facts, folder, ct);
            return;
        }
        var order = new LadderOrder(facts.AiLabel, SoundGain.For(await loudness.RunAsync(facts, path, ct)));
        var mark = AigcMark.Propagated(facts.Aigc, order.Label, options.Value.Propagator, Path.GetFileName(folder));
        Keep(folder, await ladder.MakeAsync(facts, order, mark, path, folder, Beat, ct));

        Task Beat(double share, CancellationToken inner)
        {
            progress(share);
            return Task.CompletedTask;
        }
    }

    // As the job: storyboard and chosen stills stay; logs, lists and the other stills go. What the job notes in the row is a file here.
    private static async Task KeepFindingsAsync(VideoFacts facts, string folder, CancellationToken ct)
    {
        var findings = await new FindingsReader(facts.Video, facts.DurationSeconds, folder).ReadAsync(ct);
        await File.WriteAllTextAsync(Path.Combine(folder, Findings), findings.ToJson(), ct);
        var board = Enumerable.Range(1, findings.Storyboard?.Sheets ?? 0).Select(Storyboard.Sheet).Append(Storyboard.FileName);
        var playlist = TranscodePlan.Playlist(ProxyPlan.Name);
        var parts = HlsPlaylist.Files(await File.ReadAllLinesAsync(Path.Combine(folder, playlist), ct));
        Keep(folder, [playlist, .. parts, .. board, .. findings.PosterCandidates.Select(still => still.File), Findings]);
    }

    private static void Keep(string folder, IReadOnlyList<string> delivered)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Where(path => !delivered.Contains(Path.GetFileName(path))))
            File.Delete(file);
    }
}
