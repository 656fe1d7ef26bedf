using Zhizhuxia.Mail.Mime;

namespace Zhizhuxia.Mail.Reading;

/// <summary>One text of a mail.</summary>
/// <param name="Part">Where it lies.</param>
/// <param name="Words">As text; of HTML with the places of its links.</param>
internal sealed record TextPiece(MimeEntity Part, bool IsHtml, HtmlWords Words)
{
    /// <summary>The multipart/alternative whose forms are the same text; a text by itself is its own.</summary>
    public MimeEntity Group
    {
        get
        {
            for (var above = Part.Parent; above is not null && !above.IsMessage; above = above.Parent)
            {
                if (above.Type == "multipart/alternative")
                    return above;
            }
            return Part;
        }
    }

    /// <summary>The mail that was forwarded and holds this text; null if it is the sender's own.</summary>
    public MimeEntity? ForwardedMail
    {
        get
        {
            for (var mail = Part; mail.Parent is not null; mail = mail.Parent)
            {
                if (mail.Parent.IsMessage)
                    return mail;
            }
            return null;
        }
    }
}
