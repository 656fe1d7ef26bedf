namespace Zhizhuxia.Submissions;

/// <summary>Somebody tries a row of the table: what guards look at.</summary>
public sealed record Attempt(Submission Submission, Actor Actor, Decision Decision, DateTimeOffset Now);
