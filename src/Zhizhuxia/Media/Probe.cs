using Microsoft.Extensions.Options;
using Zhizhuxia.Assets;

namespace Zhizhuxia.Media;

/// <summary>Looks at a reader's file: signature, ffprobe, packets, then a few pictures really decoded. Nothing is written.</summary>
public sealed class Probe(
    FfmpegProcess processes, Sandbox sandbox, SandboxState state, MediaTools tools, IOptions<MediaOptions> options)
{
    private const int SampleBudgetPixels = 62_000_000;

    /// <summary>Inspects one file.</summary>
    /// <param name="path">The file; its name and extension are never looked at.</param>
    /// <returns>Facts or a refusal; the refusal of a slow file is <see cref="MediaRefusals.TooSlow"/>.</returns>
    /// <exception cref="Jobs.JobPostponedException">The box is closed; nothing was opened.</exception>
    /// <exception cref="MachineAtFaultException">The machine did not get it done.</exception>
    public async Task<Judgement> InspectAsync(string path, CancellationToken ct)
    {
        await state.RequireAsync(ct);
        if (FileSignature.Refuse(await HeadAsync(path, ct)) is { } unlike)
            return Judgement.Refused(unlike);
        var judge = new FactsJudge(options.Value);
        var packets = new PacketTable(options.Value.MaxPackets);
        var (listing, passing) = (ProbeAsync(path, ProbeReport.Entries, "json", null, ct), ProbeAsync(path, PacketTable.Entries, "csv=p=0", line => packets.AddLine(line.Span), ct));
        await Task.WhenAll(listing, passing);
        var (probed, passed) = (await listing, await passing);
        if (probed.LimitHit)
            return Judgement.Refused(MediaRefusals.TooSlow);
        if (probed.OutputCut)
            return Judgement.Refused(MediaRefusals.TooComplex);
        var raw = await RawTraces.ReadAsync(path, ct);
        if (ProbeReport.Parse(probed.Output) is not { } report)
            return Judgement.Refused(WhyUnreadable(raw, probed.Errors));
        report = report with { Raw = raw };
        if (judge.RefuseStreams(report) is { } refused)
            return Judgement.Refused(refused) with { Restricted = RestrictedTags.From(report) };
        if (passed.LimitHit)
            return Judgement.Refused(MediaRefusals.TooSlow);
        var inspection = judge.Judge(report, packets, new FileInfo(path).Length);
        if (inspection.RefusalCode is MediaRefusals.Corrupt && IsTooLarge(probed.Errors))
            return Judgement.Refused(MediaRefusals.TooLarge);
        return inspection.Facts is { } facts ? await SampleAsync(path, inspection, facts, ct) : inspection;
    }

    // Decodes a little of picture and sound: a file whose header is whole may hold nothing that can be seen.
    private async Task<Judgement> SampleAsync(string path, Judgement inspection, VideoFacts facts, CancellationToken ct)
    {
        var (seeing, hearing) = (SeeAsync(path, facts, ct), facts.Audio is { } audio ? HearAsync(path, audio, ct) : null);
        await Task.WhenAll(hearing is null ? [seeing] : [seeing, hearing]);
        var (picture, sound) = (await seeing, hearing is null ? null : await hearing);
        if (picture.End.LimitHit || sound?.End.LimitHit is true)
            return Judgement.Refused(MediaRefusals.TooSlow);
        if (picture.Frames == 0)
            return Judgement.Refused(MediaRefusals.Corrupt);
        if (sound is null or { End.Succeeded: true })
            return inspection with { Facts = Seen(facts, picture.Errors + (sound?.Errors ?? 0)) };
        var silent = facts with { Audio = null, PlayableInBrowser = false, Warnings = [.. facts.Warnings, MediaWarnings.AudioUnreadable] };
        return inspection with { Facts = Seen(silent, picture.Errors) };
    }

    // The decoder's own limit stopped it; where it complains of more than that, the size is part of the damage.
    private static bool IsTooLarge(string errors) =>
        errors.Contains("max pixel count", StringComparison.Ordinal) && !errors.Contains("Invalid", StringComparison.Ordinal);

    private static VideoFacts Seen(VideoFacts facts, int errors) => errors == 0
        ? facts
        : facts with { PlayableInBrowser = false, Warnings = [.. facts.Warnings, MediaWarnings.Damaged] };

    // Each for itself: in one run the pictures would be decoded as far as the sound is.
    private Task<DecodeSample> SeeAsync(string path, VideoFacts facts, CancellationToken ct)
    {
        var frames = Math.Clamp(SampleBudgetPixels / Math.Max(1, facts.Video.CodedWidth * facts.Video.CodedHeight), 12, 120);
        return DecodeAsync(path, ["-map", $"0:{facts.Video.Index}", "-frames:v", InputArguments.Number(frames), "-fps_mode", "passthrough"], ct);
    }

    private Task<DecodeSample> HearAsync(string path, AudioTrack audio, CancellationToken ct) =>
        DecodeAsync(path, ["-map", $"0:{audio.Index}", "-t", "5"], ct);

    private async Task<DecodeSample> DecodeAsync(string path, string[] what, CancellationToken ct)
    {
        var sample = new DecodeSample();
        string[] arguments =
        [
            "-nostdin", "-hide_banner", "-v", "error", "-progress", "pipe:1",
            .. InputArguments.Guarded(options.Value), "-threads", InputArguments.Number(options.Value.Threads), "-i", Sandbox.Input,
            .. what, "-f", "null", "-",
        ];
        var order = Order(tools.Ffmpeg, arguments, path) with { OnLine = sample.ReadProgress, OnErrorLine = sample.ReadError };
        sample.End = (await processes.RunAsync(order, ct)).Credible();
        return sample;
    }

    private async Task<ProcessEnd> ProbeAsync(string path, string entries, string format, Action<ReadOnlyMemory<char>>? onLine, CancellationToken ct)
    {
        string[] arguments =
        [
            "-hide_banner", "-v", "error", .. InputArguments.GuardedListing(options.Value), "-fflags", "+genpts",
            "-show_entries", entries, "-of", format, "-i", Sandbox.Input,
        ];
        return (await processes.RunAsync(Order(tools.Ffprobe, arguments, path) with { OnLine = onLine }, ct)).Credible();
    }

    private ProcessOrder Order(string program, string[] arguments, string path) =>
        sandbox.Wrap(SandboxOrder.Look(program, arguments, options.Value) with { InputPath = path });

    private static async Task<byte[]> HeadAsync(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        var head = new byte[ContentType.HeadLength];
        return head[..await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct)];
    }

    // ffprobe gave up: protected films name their scheme in boxes of the header.
    private static string WhyUnreadable(RawTraces raw, string errors)
    {
        if (errors.Contains("max_streams", StringComparison.Ordinal))
            return MediaRefusals.TooComplex;
        if (errors.Contains("Codec (", StringComparison.Ordinal))
            return MediaRefusals.UnsupportedCodec;
        if (errors.Contains("whitelist", StringComparison.Ordinal))
            return MediaRefusals.UnsupportedContainer;
        return raw.IsProtected ? MediaRefusals.Encrypted : MediaRefusals.Corrupt;
    }
}
