namespace Zhizhuxia.Operation;

/// <summary>Something that is not as it should be.</summary>
/// <param name="Code">Stable, for programs.</param>
/// <param name="What">The row or file.</param>
/// <param name="Words">For the operator, in Chinese.</param>
public sealed record Finding(string Code, string What, string Words)
{
    /// <summary>What was done about it, in Chinese; null: nothing.</summary>
    public string? Done { get; init; }

    /// <summary>It needs nobody any more.</summary>
    public bool IsMended => Done is not null;

    internal static Finding Missing(NamedFile file, RowFiles row) => new("file-missing", file.Path, $"没有这个文件（{row.Row}）");

    internal static Finding WrongLength(NamedFile file, RowFiles row, long bytes) =>
        new("file-length", file.Path, $"长 {bytes} 字节，应为 {file.Bytes}（{row.Row}）");

    internal static Finding WrongHash(NamedFile file, RowFiles row) => new("file-hash", file.Path, $"内容与校验值不符（{row.Row}）");

    internal static Finding WrongSum(FileSum sum, RowFiles row, long bytes) =>
        new("rendition-length", row.Row, $"{sum.What} 的文件共 {bytes} 字节，应为 {sum.Bytes}");
}
