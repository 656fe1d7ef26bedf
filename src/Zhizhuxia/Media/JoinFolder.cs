using Microsoft.Extensions.Options;
using Zhizhuxia.Assets;
using Zhizhuxia.Storage;

namespace Zhizhuxia.Media;

/// <summary>Joins the parts of a ladder in a folder.</summary>
public sealed class JoinFolder(PatientTranscode transcode, LadderFolder ladder, IOptions<MediaOptions> options)
{
    /// <summary>Copies the ranges of each size behind one another, lays the sound beside them, verifies the whole and adds the list and the MP4.</summary>
    /// <returns>The names of the files to be delivered.</returns>
    /// <exception cref="TranscodeFailedException">What came out is not as planned.</exception>
    public async Task<IReadOnlyList<string>> MakeAsync(
        Commission commission, IReadOnlyList<LadderPart> parts, BorrowedFiles borrowed, string folder, Func<double, CancellationToken, Task> beat, CancellationToken ct)
    {
        var shown = new Dictionary<string, string>();
        foreach (var (part, name) in parts.SelectMany(part => part.Files.Values.Select(name => (part, name))))
            shown[name] = await borrowed.AddAsync(BlobKey.Rendition(part.AssetId, part.Attempt!.Value, name), ct);
        var ranges = parts.Where(part => part.Kind is LadderPartKind.Pictures).OrderBy(part => part.Number).ToList();
        var sound = parts.SingleOrDefault(part => part.Kind is LadderPartKind.Sound)?.Files[RangePlan.SoundPart];
        var shape = LadderShape.Of(commission.Facts, commission.Order);
        foreach (var (rung, _) in shape.Encoded)
            await File.WriteAllTextAsync(Path.Combine(folder, RangePlan.List(rung)), List(rung, shape, ranges), ct);
        var plan = RangePlan.Join(commission.Facts, commission.Order, sound is null ? null : Sandbox.PartPath(sound), options.Value) with { Parts = shown };
        var original = await borrowed.AddAsync(BlobKey.Original(commission.Asset.Id), ct);
        await transcode.OnceAsync(plan, original, folder, beat, ct);
        return await ladder.FinishAsync(plan, commission.Mark, original, folder, beat, ct);
    }

    private static string List(Rung rung, LadderShape shape, List<LadderPart> ranges)
    {
        var ratio = (long)Math.Round(rung.Rate.PerSecond / shape.SlowestRate.PerSecond);
        return RangePlan.ListOf(rung, ranges.Select(part => (Sandbox.PartPath(part.Files[rung.Name]), part.Frames * ratio)));
    }
}
