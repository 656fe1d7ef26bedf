namespace Zhizhuxia.Mail.Imap;

/// <summary>One response of the server.</summary>
/// <param name="Tag">* for what nobody asked for, + where it waits for more, or the tag of a command.</param>
/// <param name="Text">What follows; a literal stands as its length in braces.</param>
/// <param name="Literals">The small ones, in their order.</param>
internal sealed record ImapResponse(string Tag, string Text, IReadOnlyList<string> Literals)
{
    /// <summary>The first word in upper case: OK, NO, BAD, BYE, LIST, SEARCH …, or a number's own word: EXISTS, FETCH.</summary>
    public string Kind
    {
        get
        {
            var words = Text.Split(' ', 3);
            return (words.Length > 1 && long.TryParse(words[0], out _) ? words[1] : words[0]).ToUpperInvariant();
        }
    }
}
