namespace Zhizhuxia.Alike;

/// <summary>The fingerprint of one file as it is kept, with the keys by which others find it.</summary>
public sealed class Fingerprint
{
    /// <summary>A small number, because each key carries it.</summary>
    public long Id { get; private set; }

    public required Guid AssetId { get; init; }

    /// <summary>See <see cref="FilmPrint.PictureBytes"/>.</summary>
    public required byte[] Pictures { get; init; }

    /// <summary>See <see cref="FilmPrint.SoundBytes"/>.</summary>
    public required byte[] Sounds { get; init; }

    public List<FingerprintKey> Keys { get; } = [];

    /// <summary>The row of a print.</summary>
    public static Fingerprint Of(Guid assetId, FilmPrint print)
    {
        var row = new Fingerprint { AssetId = assetId, Pictures = print.PictureBytes(), Sounds = print.SoundBytes() };
        row.Keys.AddRange(PrintKeys.Of(print).Distinct().Select(key => new FingerprintKey { Key = key.Key, Moment = key.Moment }));
        return row;
    }

    /// <summary>The print again.</summary>
    public FilmPrint ToPrint() => FilmPrint.Of(Pictures, Sounds);
}
