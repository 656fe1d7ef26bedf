namespace Zhizhuxia.Submissions;

/// <summary>What two pieces have in common, in words: for the desk and for the history.</summary>
public static class ResemblanceWords
{
    private const double Nearly = 0.9;
    private const double Mostly = 0.6;
    private const int ShownOfHash = 16;

    /// <summary>For example "画面几乎全部相同，约 12 秒，左右翻转".</summary>
    public static string Of(ResemblanceEvidence evidence) => evidence.Kind switch
    {
        ResemblanceKind.SameBytes => $"同一个文件（SHA-256 {evidence.Detail?[..ShownOfHash]}…）",
        ResemblanceKind.SameLink => $"同一条链接（{evidence.Detail}）",
        ResemblanceKind.Pictures => $"{Pictures(evidence.Score)}，约 {Length(evidence.SharedSeconds)}{(evidence.IsMirrored ? "，左右翻转" : "")}",
        _ => $"{(evidence.Score >= Mostly ? "声音相同" : "声音很像")}，约 {Length(evidence.SharedSeconds)}",
    };

    public static string Of(ResemblanceState state) => state switch
    {
        ResemblanceState.Suggested => "待定",
        ResemblanceState.Merged => "并入",
        ResemblanceState.Related => "相关",
        _ => "不是",
    };

    private static string Pictures(double share) => share switch
    {
        >= Nearly => "画面几乎全部相同",
        >= Mostly => "画面大部分相同",
        _ => "有一段画面相同",
    };

    private static string Length(double seconds) => seconds < 60
        ? $"{Math.Max(1, Math.Round(seconds))} 秒"
        : $"{(int)seconds / 60} 分 {(int)seconds % 60} 秒";
}
