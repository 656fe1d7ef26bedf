using Zhizhuxia.Assets;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Operation;

/// <summary>All files that one row names.</summary>
/// <param name="Kind"><c>Asset</c> or <c>InboundMail</c>.</param>
/// <param name="Id">Of the row.</param>
/// <param name="Files">Each once.</param>
/// <param name="Sums">What some of them must weigh together.</param>
internal sealed record RowFiles(string Kind, Guid Id, IReadOnlyList<NamedFile> Files, IReadOnlyList<FileSum> Sums)
{
    /// <summary>For people.</summary>
    public string Row => $"{Kind} {Id}";

    public static RowFiles Of(Asset asset, Upload? upload, IEnumerable<LadderPart> parts)
    {
        if (asset.State is AssetState.Purged)
            return new(nameof(Asset), asset.Id, [], []);
        List<NamedFile> files = [];
        if (asset.Stored)
            files.Add(NamedFile.Stored(BlobKey.Original(asset.Id)) with { Bytes = asset.Length, Sha256 = asset.Sha256 });
        else if (upload is { Offset: > 0 })
            files.Add(new(FilePlace.Uploads, upload.Id.ToString("N"), upload.Offset, upload.Ended ? asset.Sha256 : null) { Later = BlobKey.Original(asset.Id) });
        var sums = asset.Renditions.Select(made => FileSum.Of(asset.Id, made)).ToList();
        files.AddRange(sums.SelectMany(sum => sum.Keys)
            .Concat(parts.Where(part => part.IsDone).SelectMany(part => part.Files.Values.Select(file => BlobKey.Rendition(asset.Id, part.Attempt!.Value, file))))
            .Distinct().Select(NamedFile.Stored));
        return new(nameof(Asset), asset.Id, files, sums);
    }

    public static RowFiles Of(InboundMail mail) =>
        new(nameof(InboundMail), mail.Id, [NamedFile.Stored(new(mail.RawKey)) with { Bytes = mail.Size, Sha256 = mail.Sha256 }], []);

    public bool Names(NamedFile file) => Files.Any(mine => mine.Path == file.Path);

    public bool IsSame(RowFiles other) => Files.SequenceEqual(other.Files) && Sums.Select(sum => sum.Bytes).SequenceEqual(other.Sums.Select(sum => sum.Bytes));
}

/// <summary>Files that must weigh so much together.</summary>
/// <param name="What">Kind of the rendition.</param>
/// <param name="Bytes">As the row says.</param>
internal sealed record FileSum(RenditionKind What, IReadOnlyList<BlobKey> Keys, long Bytes)
{
    public static FileSum Of(Guid asset, Rendition made) =>
        new(made.Kind, [.. made.Files.Append(made.Entry).Distinct().Select(file => BlobKey.Rendition(asset, made.Attempt, file))], made.Bytes);
}
