namespace Zhizhuxia.Mail.Mime;

/// <summary>Who a header names.</summary>
/// <param name="Name">One clean line, or empty.</param>
/// <param name="Address">As written; not yet checked to be one that can be written to.</param>
public sealed record MailPerson(string Name, string Address)
{
    /// <summary>"林先生" &lt;lin@example.org&gt;, or the address alone.</summary>
    public override string ToString()
    {
        if (Name.Length == 0)
            return Address;
        return Address.Length == 0 ? Name : $"\"{Name.Replace('"', '\'')}\" <{Address}>";
    }
}
