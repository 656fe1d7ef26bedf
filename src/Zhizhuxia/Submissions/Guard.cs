namespace Zhizhuxia.Submissions;

/// <summary>One condition of a row.</summary>
/// <param name="Code">Its text in RefusalTexts says what is missing and who can mend it.</param>
/// <param name="Holds">Pure.</param>
/// <param name="OfDecision">Looks at what is typed with the verb, so it cannot be judged before: the button stays usable.</param>
public sealed record Guard(string Code, Func<Attempt, bool> Holds, bool OfDecision = false);
