namespace Zhizhuxia.Worker;

/// <summary>What an operator typed.</summary>
/// <param name="Command">inspect, transcode or sandbox-test.</param>
/// <param name="File">Full path of the film; null when none was named.</param>
/// <param name="Out">Full path of the folder after <c>--out</c>.</param>
/// <param name="Flags">Options without a value, for example <c>--json</c>.</param>
/// <param name="Settings">Settings such as <c>--Media:Threads=1</c>, for the configuration.</param>
internal sealed record CommandLine(string Command, string? File, string? Out, IReadOnlySet<string> Flags, string[] Settings)
{
    /// <summary>How the commands are called.</summary>
    public const string Usage = """
        Zhizhuxia.Worker inspect FILE [--json]
        Zhizhuxia.Worker transcode FILE --out DIR [--proxy|--ladder] [--json]
        Zhizhuxia.Worker sandbox-test
        Without a command it does the newsroom's jobs. Settings as always: --Media:Threads=1. Files whose names begin with a dash follow --.
        Exit codes: 0 accepted, 3 refused, 2 wrong call, 1 anything else.
        """;

    /// <summary>One JSON object on standard output and nothing else.</summary>
    public bool Json => Flags.Contains("--json");

    /// <summary>Takes the words apart.</summary>
    /// <exception cref="CommandException">They make no sense; exit code 2.</exception>
    public static CommandLine Parse(string[] words)
    {
        var files = new List<string>();
        var flags = new HashSet<string>();
        var settings = new List<string>();
        string? folder = null;
        for (var at = 1; at < words.Length; at++)
        {
            if (words[at] is "--")
                (files, at) = ([.. files, .. words[(at + 1)..]], words.Length);
            else if (words[at] is "--out")
                folder = ++at < words.Length ? words[at] : throw Wrong("--out needs a folder");
            else if (words[at] is "--json" or "--proxy" or "--ladder")
                flags.Add(words[at]);
            else if (words[at].StartsWith("--", StringComparison.Ordinal) && words[at].Contains(':') && words[at].Contains('='))
                settings.Add(words[at]);
            else if (words[at].StartsWith('-'))
                throw Wrong($"there is no option {words[at]}");
            else
                files.Add(words[at]);
        }
        if (files.Count > 1)
            throw Wrong("one file at a time");
        return new(words[0], files.Count == 1 ? Path.GetFullPath(files[0]) : null, folder is null ? null : Path.GetFullPath(folder), flags, [.. settings]);
    }

    /// <summary>The file, which is there.</summary>
    /// <exception cref="CommandException">None was named, or it is not there; exit code 2.</exception>
    public string Film()
    {
        if (File is null)
            throw Wrong("which file?");
        return System.IO.File.Exists(File) ? File : throw new CommandException(2, $"There is no file {File}");
    }

    /// <summary>A wrong call.</summary>
    public static CommandException Wrong(string why) => new(2, $"{why}\n{Usage}");
}
