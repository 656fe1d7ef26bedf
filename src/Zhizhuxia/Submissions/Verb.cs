namespace Zhizhuxia.Submissions;

/// <summary>What can be done to a piece; each is a row or more of <see cref="Workflow.Table"/>.</summary>
public enum Verb
{
    /// <summary>提交</summary>
    Submit,

    /// <summary>收到来信: a mail becomes a piece</summary>
    Receive,

    /// <summary>电话代录: an editor types a piece in for a caller</summary>
    Enter,

    /// <summary>补全声明与授权, by the reader of a mailed piece</summary>
    Complete,

    /// <summary>补来视频: the reader sends films that nobody had asked for</summary>
    Supplement,

    /// <summary>挂上视频: a film shot with the reader, or handed over, by an editor</summary>
    Attach,

    /// <summary>接手: a colleague's living claim, with a reason. Claiming a free piece is no step.</summary>
    TakeOver,

    /// <summary>通过</summary>
    Pass,

    /// <summary>退回初审</summary>
    ReturnToFirst,

    /// <summary>退回复审</summary>
    ReturnToSecond,

    /// <summary>请读者补充</summary>
    Ask,

    /// <summary>读者已补充, words only</summary>
    Answer,

    /// <summary>读者已补充, with new material</summary>
    AnswerWithMaterial,

    /// <summary>转记读者的答复: an editor writes down what the reader has said, on the telephone for example</summary>
    Relay,

    /// <summary>逾期关闭: no answer has come in time</summary>
    Expire,

    /// <summary>修改内容: title, text, credits, source line, AI verdict</summary>
    Revise,

    /// <summary>不采用</summary>
    Decline,

    /// <summary>垃圾稿件</summary>
    Spam,

    /// <summary>重复: the same as another piece, which goes on</summary>
    Duplicate,

    /// <summary>重新打开</summary>
    Reopen,

    /// <summary>撤稿, by the reader</summary>
    Withdraw,

    /// <summary>申请撤稿: the reader of an adopted piece</summary>
    AskWithdrawal,

    /// <summary>同意撤稿</summary>
    GrantWithdrawal,

    /// <summary>不同意撤稿</summary>
    RefuseWithdrawal,

    /// <summary>刊发</summary>
    Publish,

    /// <summary>下线</summary>
    TakeDown,

    /// <summary>会签下线: a second person agrees to what one did at once</summary>
    Countersign,

    /// <summary>恢复刊发</summary>
    Restore,
}
