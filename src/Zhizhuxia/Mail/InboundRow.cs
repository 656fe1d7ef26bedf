using Zhizhuxia.Submissions;

namespace Zhizhuxia.Mail;

/// <summary>A mail on the page 收信台.</summary>
/// <param name="Number">Of the piece it is, belongs to or may belong to.</param>
/// <param name="Title">Likewise.</param>
/// <param name="ReturnedFrom">Of a bounce: the address that could not be reached.</param>
public sealed record InboundRow(InboundMail Mail, string? Number, string? Title, string? ReturnedFrom);
