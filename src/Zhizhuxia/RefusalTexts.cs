using System.Globalization;
using Zhizhuxia.Submissions;

namespace Zhizhuxia;

/// <summary>
/// What people are told when a rule says no: what is the matter, what is safe, what to do, and who can mend it.
/// One sentence for each stable code; a test checks that none is missing.
/// </summary>
public static class RefusalTexts
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        // The form
        ["consents-missing"] = "请逐项阅读并勾选“原创与授权”“真实与他人权利”“个人信息处理”(未满18周岁还需监护人同意),再提交。",
        ["guardian-form-needed"] = "未满14周岁的小朋友,请让监护人来填写并提交这份投稿。",
        ["contact-missing"] = "请留下手机号或邮箱,填一项就可以,方便我们联系您。",
        ["material-missing"] = "还没有视频、链接或选题,请先添加一样再提交。",
        ["upload-unfinished"] = "视频还没有传完,请等它传完再提交;已经传的部分不会丢。",

        // Review
        ["not-possible-now"] = "稿件现在的状态不能做这一步,请刷新页面看看最新进展。",
        ["only-reader"] = "这一步由读者本人来做。",
        ["only-editor1"] = "这一步由初审编辑来做。",
        ["only-editor2"] = "这一步由复审主任来做。",
        ["only-editor3"] = "这一步由终审总编来做。",
        ["only-publisher"] = "这一步由发布编辑来做。",
        ["own-piece"] = "这是您自己投的稿件(或由您代录),请同事来审。",
        ["not-claimed"] = "请先认领这篇稿件,再作处理。",
        ["claimed-by-other"] = "{0}正在审看这篇稿件;确需接手,请写明理由。",
        ["material-unsettled"] = "视频还在接收或检查,等机器处理完就可以通过。",
        ["ai-not-judged"] = "还没有选定 AI 标识,请初审在“内容”里选定。",
        ["rights-not-checked"] = "请核对并勾选权利清单的四项,再通过。",
        ["fresh-eyes"] = "您已在另一级通过了同一内容;三审须由三个人完成,请另一位同事来审。",
        ["verdicts-void"] = "初审和复审的意见不是针对现在的内容,请退回初审重新过一遍。",
        ["material-not-ready"] = "还没有一个可用的视频,请读者补充原片,或等检查完成。",
        ["original-missing"] = "链接稿在终审前需要原片:请读者补充,或由复审主任确认“原片无法提供”。",
        ["not-authorised"] = "还没有作者的授权:请读者确认授权(“网上看到的”线索须找到作者本人)。",
        ["guardian-missing"] = "画面里有未成年人而监护人没有同意:请读者补充监护人同意。",
        ["reason-missing"] = "请写明理由。",
        ["decline-reason-missing"] = "请选一条不采用的理由。",
        ["items-missing"] = "请至少选一项要读者补充的内容。",
        ["due-out-of-range"] = "期限要在今天之后、30 天以内。",
        ["answer-missing"] = "请写几个字,或补传一个视频。",
        ["nothing-changed"] = "内容没有改动。",
        ["content-changed"] = "内容在终审之后改过,须重新审过才能刊发。",
        ["credits-missing"] = "还没有署名:请在“内容”里填写署名,终审改动后重新过审。",
        ["ladder-missing"] = "刊发用的视频还在制作,做好并检查通过后就能刊发。",
        ["column-missing"] = "还没有选栏目,请在“内容”里选一个。",
        ["qr-unreadable"] = "二维码回读不一致,没有刊发;请联系管理员。",
        ["stale"] = "{0}刚刚处理了这篇稿件({1}),您的操作没有生效;请看过最新情况再决定。",

        // Mail
        ["letter-gone"] = "这封信已经发出或已召回,不能再召回。",
        ["letter-not-stuck"] = "这封信已经发出,或还在自动重试,不用重发。",

        // General
        ["not-found"] = "没有找到。可能地址不完整,或您没有查看的权限。",
    };

    /// <summary>The sentence of a refusal, with its arguments.</summary>
    /// <exception cref="KeyNotFoundException">The code has no sentence: a mistake of ours.</exception>
    public static string Of(RefusedException refused) => Of(refused.Code, [.. refused.Arguments]);

    /// <inheritdoc cref="Of(RefusedException)"/>
    public static string Of(string code, params object[] arguments) => string.Format(CultureInfo.InvariantCulture, All[code], arguments);
}
