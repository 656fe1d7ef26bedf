using Zhizhuxia.Jobs;

namespace Zhizhuxia.Mail;

/// <summary>A mail could not be handed over, for a cause that is known. Its message is the code, then the technical words without addresses.</summary>
/// <param name="code">One of <see cref="MailRefusals"/>.</param>
/// <param name="words">What the server or the system said; for the operator.</param>
/// <param name="isFinal">It would be refused again: the letter is parked, and an editor sees why.</param>
public sealed class MailNotTakenException(string code, string words, bool isFinal) : JobFailedException($"{code} {words}".TrimEnd(), isFinal)
{
    public string Code { get; } = code;

    public string Words { get; } = words;
}
