using Zhizhuxia.Assets;

namespace Zhizhuxia.Web.Shared;

/// <summary>A file as its reader sees it.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Lower-case hex; null until all bytes have arrived.</param>
/// <param name="Refusal">Why it cannot be used, or null.</param>
public sealed record FileView(string Name, long Length, string? Sha256, AssetState State, string? Refusal)
{
    public static FileView Of(Asset asset) => new(asset.FileName, asset.Length, asset.Sha256, asset.State, Sentence(asset.RefusalCode));

    /// <summary>How far it is, in plain words.</summary>
    public string Word => State switch
    {
        AssetState.Expected or AssetState.Uploading => "还没传完",
        AssetState.Inspecting => "已传完，正在检查",
        AssetState.Ready => "已收好",
        AssetState.Rejected => "不能使用",
        _ => "已按约定删除",
    };

    private static string? Sentence(string? code) =>
        code is not null && RefusalTexts.All.TryGetValue(code, out var sentence) ? sentence : null;
}
