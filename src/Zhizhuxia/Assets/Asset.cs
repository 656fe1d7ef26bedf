using Zhizhuxia.Jobs;

namespace Zhizhuxia.Assets;

/// <summary>One file of a submission, with a lane of its own that machines drive.</summary>
public sealed class Asset
{
    public required Guid Id { get; init; }

    public required Guid SubmissionId { get; init; }

    public AssetState State { get; private set; } = AssetState.Expected;

    /// <summary>As the reader's device named it, ≤ 200 characters, control characters removed. Text to show, never a path.</summary>
    public required string FileName { get; init; }

    /// <summary>Bytes.</summary>
    public required long Length { get; init; }

    /// <summary>Lower-case hex; null until all bytes have arrived.</summary>
    public string? Sha256 { get; private set; }

    /// <summary>The original has left the upload area for the store.</summary>
    public bool Stored { get; private set; }

    /// <summary>Facts of the inspection as JSON (Media's VideoFacts).</summary>
    public string? Facts { get; private set; }

    /// <summary>Location and device tags as JSON: for reviewers only, never delivered.</summary>
    public string? RestrictedTags { get; private set; }

    /// <summary>The facts in one line an editor understands, e.g. "1080×1920 竖屏 · 30 帧/秒 · 0:12 · HEVC".</summary>
    public string? FactsLine { get; private set; }

    /// <summary>What was found while the proxy was made, as JSON (Media's ReviewFindings); null before.</summary>
    public string? Findings { get; private set; }

    /// <summary>Seconds, once inspected.</summary>
    public double? DurationSeconds { get; private set; }

    /// <summary>An editor's browser can play the original as it is.</summary>
    public bool PlayableInBrowser { get; private set; }

    /// <summary>Why it cannot be used: a key of RefusalTexts.</summary>
    public string? RefusalCode { get; private set; }

    /// <summary>Yellow marks for the editor: keys of RefusalTexts.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    public IReadOnlyList<Rendition> Renditions { get; private set; } = [];

    /// <summary>Name of the editor who chose the poster; null while it is the machine's choice.</summary>
    public string? PosterChosenBy { get; private set; }

    public DateTimeOffset? PosterChosenAt { get; private set; }

    /// <summary>An editor has decided that it does not go out with its piece.</summary>
    public bool IsKeptOut { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the last byte arrived.</summary>
    public DateTimeOffset? ArrivedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int RowVersion { get; private set; }

    /// <summary>Work that follows, committed with the row.</summary>
    public List<Job> Jobs { get; } = [];

    public Rendition? Find(RenditionKind kind) => Renditions.LastOrDefault(rendition => rendition.Kind == kind);

    public void BeginUpload() => Move(AssetState.Uploading);

    /// <summary>The last byte is on disk: to be stored and inspected.</summary>
    public void Arrive(string sha256, DateTimeOffset now)
    {
        Move(AssetState.Inspecting);
        Sha256 = sha256;
        ArrivedAt = now;
        Jobs.Add(Job.ForAsset(JobKind.StoreAsset, SubmissionId, Id, now));
    }

    /// <summary>The bytes came with a mail and are in the store already: to be inspected.</summary>
    public void ArriveStored(string sha256, DateTimeOffset now)
    {
        Move(AssetState.Inspecting);
        (Sha256, ArrivedAt) = (sha256, now);
        Store(now);
    }

    /// <summary>The original is in the store: to be inspected.</summary>
    public void Store(DateTimeOffset now)
    {
        Stored = true;
        RowVersion++;
        Jobs.Add(Job.ForAsset(JobKind.InspectAsset, SubmissionId, Id, now));
    }

    /// <summary>Inspection went well. A proxy with its findings follows: soon when the browser cannot play the original, else when there is time.</summary>
    /// <param name="inspection">What was found.</param>
    /// <param name="place">Where the proxy's job stands among the others.</param>
    public void Accept(Inspection inspection, Place place, DateTimeOffset now)
    {
        Move(AssetState.Ready);
        Facts = inspection.Facts;
        FactsLine = inspection.FactsLine;
        RestrictedTags = inspection.RestrictedTags;
        DurationSeconds = inspection.DurationSeconds;
        PlayableInBrowser = inspection.PlayableInBrowser;
        Warnings = inspection.Warnings;
        if (inspection.Poster is { } poster)
            Renditions = [.. Renditions, poster];
        Jobs.Add(Job.ForAsset(JobKind.MakeProxy, SubmissionId, Id, now, place with { IsAtLeisure = PlayableInBrowser }));
    }

    /// <summary>The reader's file cannot be used.</summary>
    /// <param name="code">A key of RefusalTexts.</param>
    public void Reject(string code)
    {
        Move(AssetState.Rejected);
        RefusalCode = code;
    }

    /// <summary>Publishes what a job has made; replaces an older one of its kind.</summary>
    /// <exception cref="InvalidOperationException">The asset is purged: nothing would ever remove what was made of it.</exception>
    public void Add(Rendition rendition)
    {
        if (State is AssetState.Purged)
            throw new InvalidOperationException($"A purged asset gets no {rendition.Kind}");
        Renditions = [.. Renditions.Where(other => other.Kind != rendition.Kind), rendition];
        RowVersion++;
    }

    /// <summary>Publishes what was found while the proxy was made.</summary>
    /// <param name="findings">See <see cref="Findings"/>.</param>
    public void Note(string findings) => (Findings, RowVersion) = (findings, RowVersion + 1);

    /// <summary>Makes one of the <see cref="RenditionKind.PosterCandidates"/> the poster.</summary>
    /// <param name="file">Name of the candidate.</param>
    /// <param name="bytes">Its size.</param>
    /// <param name="editor">Who chose it.</param>
    /// <returns>False if there is no such candidate; nothing was changed.</returns>
    public bool ChoosePoster(string file, long bytes, string editor, DateTimeOffset now)
    {
        if (State is not AssetState.Ready || Find(RenditionKind.PosterCandidates) is not { } candidates || !candidates.Files.Contains(file))
            return false;
        Add(candidates with { Kind = RenditionKind.Poster, Entry = file, Files = [file], Bytes = bytes });
        (PosterChosenBy, PosterChosenAt) = (editor, now);
        return true;
    }

    /// <summary>See <see cref="IsKeptOut"/>.</summary>
    public void KeepOut(bool isKeptOut)
    {
        if (isKeptOut != IsKeptOut)
            (IsKeptOut, RowVersion) = (isKeptOut, RowVersion + 1);
    }

    /// <summary>Not to be used any more; its bytes are removed after this is on record.</summary>
    public void Purge() => Move(AssetState.Purged);

    /// <summary>The bytes of a purged asset have been removed from the store.</summary>
    public void Forget() => (Stored, Renditions, Findings, RowVersion) = (false, [], null, RowVersion + 1);

    private void Move(AssetState to)
    {
        if (!AssetFlow.Allows(State, to))
            throw new InvalidOperationException($"An asset does not go from {State} to {to}");
        State = to;
        RowVersion++;
    }
}
