namespace Zhizhuxia.Intake;

/// <summary>A form and what makes two requests with it the same.</summary>
/// <param name="Key">The idempotency key, <see cref="FormerReceipts.ShortestKey"/> characters or more.</param>
/// <param name="Scope">What else must be the same: draft and browser of a film, the batch of a link.</param>
public sealed record KeyedForm(string Key, SubmissionForm Form, string Scope);
