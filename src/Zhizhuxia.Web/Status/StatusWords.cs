using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Status;

/// <summary>What the page says beside the plain words.</summary>
internal static class StatusWords
{
    /// <summary>What the reader may expect next.</summary>
    public static string Next(StatusView piece) => piece.Closing switch
    {
        CloseReason.Expired => "没有等到您的补充，这份稿件先关闭了。材料备齐了，欢迎再投。",
        CloseReason.Duplicate => "同一题材已有稿件在处理，您的这一件并入了它。欢迎再来。",
        _ => Next(piece.Word),
    };

    private static string Next(string word) => word switch
    {
        "已收到" => "稿件已经在编辑部，编辑会按先后次序审看。",
        "审看中" => "编辑正在看您的稿件。",
        "请您补充" => "编辑想请您补充一点材料，补好就接着审。",
        "已采用" => "恭喜，您的作品已被采用，正在准备刊发。",
        "已刊发" => "您的作品已经刊发。",
        "未采用" => "很遗憾，这一次没有采用。欢迎再来。",
        "已撤回" => "稿件已按您的要求撤回。",
        "已下线" => "作品已从页面上下线。",
        _ => "",
    };

    public static string Of(RequestItem item) => item switch
    {
        RequestItem.Original => "原片",
        RequestItem.Licence => "授权",
        RequestItem.Change => "修改",
        RequestItem.Facts => "事实",
        RequestItem.Credits => "署名",
        _ => "监护人同意",
    };

    /// <summary>The consent that a request asks for, or null.</summary>
    public static ConsentKind? ConsentOf(RequestItem item) => item switch
    {
        RequestItem.Licence => ConsentKind.Licence,
        RequestItem.Guardian => ConsentKind.Guardian,
        _ => null,
    };

    /// <summary>Class of a file's row.</summary>
    public static string ClassOf(StatusFile file) => file switch
    {
        { Refusal: not null } => "refused",
        { Busy: true } => "sending",
        _ => "done",
    };
}
