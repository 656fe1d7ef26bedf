using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>What becomes of a mail.</summary>
/// <param name="Cause">Why, a code of InboxWords; null where the state says it.</param>
/// <param name="SubmissionId">The piece it belongs to, or may belong to.</param>
/// <param name="LetterId">Of a bounce: the letter that came back.</param>
/// <param name="TakesFilms">Its films become files of a piece.</param>
public sealed record Judgement(InboundState State, string? Cause, Guid? SubmissionId = null, Guid? LetterId = null, bool TakesFilms = false);
