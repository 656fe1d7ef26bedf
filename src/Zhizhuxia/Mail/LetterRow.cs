using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>A letter as the newsroom sees it.</summary>
/// <param name="PieceId">Null for a letter to the staff about no single piece; so are number and title.</param>
/// <param name="Subject">As it went, or would go now, with <paramref name="Body"/>; null in a letter called back before it had words. Neither holds the reader's link.</param>
/// <param name="NotBefore">Until then it can be called back.</param>
/// <param name="JobId">The job that sends it; null if an operator removed it.</param>
/// <param name="Failures">How often it could not be sent.</param>
/// <param name="Error">Why, the last time.</param>
/// <param name="NextTry">When it is tried again, if it is.</param>
public sealed record LetterRow(
    Guid Id, Guid? PieceId, string? Number, string? Title, LetterKind Kind, string To, string? Subject, string? Body, LetterState State,
    DateTimeOffset CreatedAt, DateTimeOffset NotBefore, DateTimeOffset? SentAt, Guid? JobId, JobState? JobState, int? Failures, string? Error, DateTimeOffset? NextTry)
{
    /// <summary>Given up after its last try: 重发 gives it another round.</summary>
    public bool IsStuck => State is LetterState.Waiting && JobState is Jobs.JobState.Dead;

    /// <summary>Until its time, after which it goes.</summary>
    public bool IsHeld(DateTimeOffset now) => State is LetterState.Waiting && NotBefore > now;

    /// <summary>Could not be sent, and is tried again.</summary>
    public bool IsRetried => State is LetterState.Waiting && !IsStuck && Failures > 0;

    /// <summary>In one word of the newsroom.</summary>
    public string Word(DateTimeOffset now) => State switch
    {
        LetterState.Sent => "已发出",
        LetterState.CalledBack => "已收回",
        _ when IsStuck => "发不出去",
        _ when IsHeld(now) => "暂缓发送",
        _ when IsRetried => "重试中",
        _ => "待发",
    };
}
