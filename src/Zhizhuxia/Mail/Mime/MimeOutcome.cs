namespace Zhizhuxia.Mail.Mime;

/// <summary>How the reading of a message went.</summary>
/// <param name="Root">The whole message; null where there is none.</param>
/// <param name="SetAside">Why a person has to look at it: no-header, too-large, too-many-parts, too-deep; null if it was read.</param>
/// <param name="Notes">What was mended on the way: boundary-missing, boundary-guessed, header-cut.</param>
public sealed record MimeOutcome(MimeEntity? Root, string? SetAside, IReadOnlyList<string> Notes);
