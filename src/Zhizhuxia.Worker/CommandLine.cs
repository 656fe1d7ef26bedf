namespace Zhizhuxia.Worker;

/// <summary>What an operator typed.</summary>
/// <param name="Command">inspect, transcode, sandbox-test, parse-link, fetch-link, read-mail, verify-history, verify, reconcile, backup, restore or migrate.</param>
/// <param name="Word">The film's, message's or backup's path, the pasted text or the address; null when none was given.</param>
/// <param name="Out">Full path of the folder after <c>--out</c>.</param>
/// <param name="Flags">Options without a value, for example <c>--json</c>.</param>
/// <param name="Settings">Settings such as <c>--Media:Threads=1</c>, for the configuration.</param>
internal sealed record CommandLine(string Command, string? Word, string? Out, IReadOnlySet<string> Flags, string[] Settings)
{
    /// <summary>How the commands are called.</summary>
    public const string Usage = """
        Zhizhuxia.Worker inspect FILE [--json]
        Zhizhuxia.Worker transcode FILE --out DIR [--proxy|--ladder] [--json]
        Zhizhuxia.Worker sandbox-test
        Zhizhuxia.Worker parse-link "TEXT" [--json]
        Zhizhuxia.Worker fetch-link URL [--json]
        Zhizhuxia.Worker read-mail FILE.eml [--json]
        Zhizhuxia.Worker verify-history [--Storage:Root=DIR]
        Zhizhuxia.Worker verify [--json] [--Storage:Root=DIR]
        Zhizhuxia.Worker reconcile [--fix] [--json] [--Storage:Root=DIR]
        Zhizhuxia.Worker backup DIR [--without-keys] [--json] [--Storage:Root=DIR]
        Zhizhuxia.Worker restore DIR [--json] [--Storage:Root=DIR]
        Zhizhuxia.Worker migrate [--json] [--Storage:Root=DIR]
        Without a command it does the newsroom's jobs. Settings as always: --Media:Threads=1. Files and texts that begin with a dash follow --.
        Exit codes: 0 accepted or in order, 3 refused or not in order, 2 wrong call, 1 anything else.
        """;

    /// <summary>One JSON object on standard output and nothing else.</summary>
    public bool Json => Flags.Contains("--json");

    /// <summary>Takes the words apart.</summary>
    /// <exception cref="CommandException">They make no sense; exit code 2.</exception>
    public static CommandLine Parse(string[] words)
    {
        var given = new List<string>();
        var flags = new HashSet<string>();
        var settings = new List<string>();
        string? folder = null;
        for (var at = 1; at < words.Length; at++)
        {
            if (words[at] is "--")
                (given, at) = ([.. given, .. words[(at + 1)..]], words.Length);
            else if (words[at] is "--out")
                folder = ++at < words.Length ? words[at] : throw Wrong("--out needs a folder");
            else if (words[at] is "--json" or "--proxy" or "--ladder" or "--fix" or "--without-keys")
                flags.Add(words[at]);
            else if (words[at].StartsWith("--", StringComparison.Ordinal) && words[at].Contains(':') && words[at].Contains('='))
                settings.Add(words[at]);
            else if (words[at].StartsWith('-'))
                throw Wrong($"there is no option {words[at]}");
            else
                given.Add(words[at]);
        }
        if (given.Count > 1)
            throw Wrong("one file or text at a time");
        return new(words[0], given.Count == 1 ? given[0] : null, folder is null ? null : Path.GetFullPath(folder), flags, [.. settings]);
    }

    /// <summary>Full path of the file, which is there.</summary>
    /// <exception cref="CommandException">None was named, or it is not there; exit code 2.</exception>
    public string Film()
    {
        var path = Path.GetFullPath(Word ?? throw Wrong("which file?"));
        return File.Exists(path) ? path : throw new CommandException(2, $"There is no file {path}");
    }

    /// <summary>Full path of a backup's folder.</summary>
    /// <exception cref="CommandException">None was named; exit code 2.</exception>
    public string Folder() => Path.GetFullPath(Word ?? throw Wrong("which folder?"));

    /// <summary>The pasted text or the address.</summary>
    /// <exception cref="CommandException">None was given; exit code 2.</exception>
    public string Text() => Word ?? throw Wrong("which text?");

    /// <summary>A wrong call.</summary>
    public static CommandException Wrong(string why) => new(2, $"{why}\n{Usage}");
}
