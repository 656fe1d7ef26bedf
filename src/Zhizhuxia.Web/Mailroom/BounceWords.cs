using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Mailroom;

/// <summary>Why a letter came back, in plain words (RFC 3463 §3).</summary>
public static class BounceWords
{
    public static string Of(ReturnCause cause) => Subject(cause.Status) switch
    {
        "1.1" or "1.3" or "1.6" or "2.1" or "1.10" => "对方没有这个邮箱，或已停用。请核对地址，或打电话联系对方。",
        "1.2" or "4.4" => "邮箱地址 @ 后面的部分不存在，多半写错了。请核对地址，或打电话联系对方。",
        "2.2" => "对方的邮箱满了，收不了信。请打电话联系对方。",
        "2.3" or "3.4" => "信太大，对方的服务器不收。",
        ['7', '.', ..] => "对方的服务器按它的规定（多半是反垃圾邮件）拒收了。请打电话联系对方。",
        ['4', '.', ..] => "对方的服务器联系不上，试到最后也没有送到。",
        ['6', '.', ..] => "对方的服务器读不了这种格式的信。",
        _ => "对方的服务器没有说清楚原因，请看技术信息，或打电话联系对方。",
    };

    /// <summary>5.1.1 and 4.1.1 are about the same.</summary>
    private static string Subject(string? status) => status is [_, '.', .. var rest] ? rest : "";
}
