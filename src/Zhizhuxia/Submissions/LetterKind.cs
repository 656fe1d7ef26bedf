namespace Zhizhuxia.Submissions;

/// <summary>The mails to a reader and to the staff (domain §4).</summary>
public enum LetterKind
{
    /// <summary>M1 已收到</summary>
    Received,

    /// <summary>M2 请您补充</summary>
    PleaseComplete,

    /// <summary>Reminds of M2 before it is due.</summary>
    Reminder,

    /// <summary>M6 逾期关闭</summary>
    Expired,

    /// <summary>M4 本次未能采用</summary>
    Declined,

    /// <summary>M5 已被采用</summary>
    Adopted,

    /// <summary>M7 已并入</summary>
    Merged,

    /// <summary>M8 已撤稿</summary>
    Withdrawn,

    /// <summary>M9 撤稿申请结果: it is not granted</summary>
    WithdrawalRefused,

    /// <summary>M10 已刊发</summary>
    Published,

    /// <summary>M11 已下线</summary>
    TakenDown,

    /// <summary>M12 稿酬已发放: its words; written when fees are paid, a later step.</summary>
    FeePaid,

    /// <summary>A film cannot be used: which, why, what to do.</summary>
    FilmRefused,

    /// <summary>Thanks for an answer to M2.</summary>
    AnswerReceived,

    /// <summary>M1 once more, of a mailed piece: the link to confirm it.</summary>
    ConfirmAgain,

    /// <summary>An editor's own words, outside the workflow.</summary>
    Message,

    /// <summary>To the staff: what waits for one person, twice a day.</summary>
    StaffDigest,

    /// <summary>To the staff, at once: the 15 days of a piece are nearly over.</summary>
    StaffClock,

    /// <summary>To the staff, at once: breaking news waits.</summary>
    StaffUrgent,

    /// <summary>To 终审, at once and when the day is over: a takedown wants its second person.</summary>
    StaffCountersign,

    /// <summary>To the administrators, at once: no mail can be fetched, or again.</summary>
    StaffMailbox,
}
