namespace Zhizhuxia.Submissions;

/// <summary>Words of a mail: one line, and plain text with line feeds.</summary>
public sealed record LetterText(string Subject, string Body);
