namespace Zhizhuxia.Submissions;

/// <summary>How the newsroom reaches the reader: at least one of mobile and e-mail.</summary>
/// <param name="Name">Real name or the name to be called by.</param>
/// <param name="Mobile">Mainland mobile, 11 digits.</param>
/// <param name="Email">One address.</param>
public sealed record Contact(string Name, string? Mobile, string? Email)
{
    /// <summary>
    /// Whether somebody who holds the receipt also knows the contact: the last four digits of the mobile, or the whole address.
    /// The second factor of a withdrawal.
    /// </summary>
    public bool IsKnownBy(string said)
    {
        var word = said.Trim();
        return (Mobile is { Length: >= 4 } && (word == Mobile[^4..] || word == Mobile))
            || (Email is { Length: > 0 } && word.Equals(Email, StringComparison.OrdinalIgnoreCase));
    }
}
