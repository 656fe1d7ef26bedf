using System.Text.RegularExpressions;

namespace Zhizhuxia.Mail.Imap;

/// <summary>Which folders there are (RFC 3501 §7.2.2, RFC 6154).</summary>
internal static partial class ImapFolders
{
    /// <summary>The junk folder, then INBOX, in which news is awaited afterwards.</summary>
    /// <param name="junk">Its name by setting; empty: the one that the server marks.</param>
    public static async Task<IReadOnlyList<MailFolder>> ReadAsync(ImapSession session, string junk, CancellationToken ct)
    {
        var found = new List<(string Flags, string Name)>();
        var marks = session.Capabilities.Contains("SPECIAL-USE") && session.Capabilities.Contains("LIST-EXTENDED");
        await session.RunAsync($"""LIST "" "*"{(marks ? " RETURN (SPECIAL-USE)" : "")}""", response =>
        {
            if (response.Kind == "LIST" && Entry().Match(response.Text) is { Success: true } entry)
                found.Add((entry.Groups["flags"].Value, ImapNames.Decode(NameOf(entry, response))));
        }, null, ct);
        var name = junk.Length > 0
            ? found.Find(folder => folder.Name == junk).Name
            : found.Find(folder => folder.Flags.Split(' ').Contains("\\Junk", StringComparer.OrdinalIgnoreCase)).Name;
        return name is null ? [new("INBOX", false)] : [new(name, true), new("INBOX", false)];
    }

    private static string NameOf(Match entry, ImapResponse response)
    {
        if (entry.Groups["literal"].Success)
            return response.Literals.Count > 0 ? response.Literals[^1] : "";
        return entry.Groups["quoted"].Success
            ? Escape().Replace(entry.Groups["quoted"].Value, "$1")
            : entry.Groups["atom"].Value;
    }

    [GeneratedRegex("""^LIST \((?<flags>[^)]*)\) (?:NIL|"(?:\\.|[^"])*"|\{\d+\}) (?:(?<literal>\{\d+\})|"(?<quoted>(?:\\.|[^"\\])*)"|(?<atom>\S+))""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\\(.)", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
