using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Zhizhuxia.Web.Shared;

/// <summary>What a reader sees when a page cannot be shown: what happened, what to do, what is safe.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Duration = 0)]
public sealed class ErrorModel : PageModel
{
    /// <summary>What happened, in one line.</summary>
    public string Title => Words.Title;

    /// <summary>What to do now.</summary>
    public string Advice => Words.Advice;

    // Any method may end here, so no handler of one says the words. The status is not bound as an argument: binding would read the form anew, which may be the very thing that went wrong.
    private (string Title, string Advice) Words => Refusals.SentenceOf(HttpContext) is { } sentence
        ? ("这一步没有做成", sentence)
        : WordsOf(Convert.ToInt32(RouteData.Values["status"], CultureInfo.InvariantCulture));

    private static (string Title, string Advice) WordsOf(int status) => status switch
    {
        400 => ("这个请求不完整", "页面可能开得太久了。请返回上一页刷新再试；没传完的视频不会丢。"),
        404 or 403 or 401 => ("这里没有这一页", "地址可能抄错了，或者这一页已经不在了。"),
        405 => ("不能这样打开", "请从网站里的按钮进入这一页。"),
        409 => ("有人先了一步", "请返回上一页刷新，看看最新的情况。"),
        413 => ("文件太大了", "不用脚本上传时，一次最多 200 MB。换一个较新的浏览器可以传 4 GB，断了还能接着传。"),
        429 => ("请慢一点", "操作太频繁了，请过一分钟再试。已经传上来的内容不会丢。"),
        507 => ("暂时收不下新的视频", "服务器的空间正在整理，请过一会儿再来。已经收到的稿件都在。"),
        503 => ("正在维护", "请过几分钟再来。已经收到的稿件都在。"),
        _ => ("出了点问题", "是我们这边的错，已经记下了。请过一会儿再试；已经收到的稿件都在。"),
    };
}
