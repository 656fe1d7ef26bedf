using Zhizhuxia.Review;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Web.Review;

/// <summary>How something of 往来 went, in a few words.</summary>
public static class ThreadWords
{
    /// <summary>Null where there is nothing to say.</summary>
    public static string? Of(ThreadItem item) => item switch
    {
        { Letter: { } letter } => Of(letter),
        { Message: { IsFromReader: false } } => "只在读者的进度页上显示",
        { Message: { ReadAt: { } at, ReadBy: { } by } } => $"{by}看过，{Beijing.Minute(at)}",
        _ => null,
    };

    private static string Of(Letter letter) => letter switch
    {
        { ReturnedAt: not null } => $"写到 {letter.To} 的信被退回",
        { SentAt: { } sent } => $"{Beijing.Minute(sent)} 发到 {letter.To}",
        { State: LetterState.CalledBack } => "已收回，没有发出",
        _ => $"待发到 {letter.To}",
    };
}
