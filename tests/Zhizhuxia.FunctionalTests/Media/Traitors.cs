using System.Text;
using System.Text.RegularExpressions;
using Zhizhuxia.Media;

namespace Zhizhuxia.FunctionalTests.Media;

/// <summary>Looks for place, device and person in what is delivered: byte by byte, and by exiftool where it is installed.</summary>
public static partial class Traitors
{
    /// <summary>Shorter words stand in a film by chance.</summary>
    private const int Shortest = 6;

    private const string ExifTool = "/usr/bin/exiftool";

    /// <summary>infra/test.sh installs it.</summary>
    public static bool HasExifTool => File.Exists(ExifTool);

    /// <summary>The words a source tells of itself that must not come out: whole, and the numbers of its place.</summary>
    public static IReadOnlyList<string> Secrets(RestrictedTags restricted)
    {
        var told = new[] { restricted.Location, restricted.Device?.Split(' ')[^1], restricted.Recorded }.Concat(restricted.Others.Values).OfType<string>();
        var numbers = Coordinates().Matches(restricted.Location ?? "").Select(match => match.Value);
        return [.. told.Concat(numbers).Where(secret => secret.Length >= Shortest).Distinct()];
    }

    /// <summary>What is found in the files of a folder, one line each.</summary>
    public static async Task<List<string>> FindAsync(MediaRoom room, string folder, IReadOnlyList<string> secrets, CancellationToken ct)
    {
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllBytesAsync(file, ct);
            found.AddRange(secrets.Where(secret => Holds(bytes, secret)).Select(secret => $"{Path.GetFileName(file)} holds {secret}"));
        }
        if (!HasExifTool)
            return found;
        var tags = await room.Processes.RunAsync(new ProcessOrder(new Command(ExifTool, ["-ee", "-s", "-G", "-r", folder]), TimeSpan.FromMinutes(2)), ct);
        found.AddRange(tags.Output.Split('\n').Where(line => Telling().IsMatch(line)));
        return found;
    }

    /// <summary>UTF-8 as in MP4 and Matroska, UTF-16 as in ASF.</summary>
    public static bool Holds(ReadOnlySpan<byte> bytes, string word) =>
        bytes.IndexOf(Encoding.UTF8.GetBytes(word)) >= 0 || bytes.IndexOf(Encoding.Unicode.GetBytes(word)) >= 0;

    [GeneratedRegex(@"\d+\.\d{3,}")]
    private static partial Regex Coordinates();

    // Tags of exiftool that tell of a place, a device or a person; dates are zeros in what we deliver.
    [GeneratedRegex(@"\]\s+(GPS\w*|\w*Location\w*|Make|\w*Model\w*|\w*Serial\w*|Lens\w*|Author\w*|Artist\w*|\w*Owner\w*|Creator\w*|Copyright\w*|Title\w*|Comment\w*|Description\w*|Software\w*|Firmware\w*|Content(Identifier|Create)\w*|(Create|Modify|CreationDate|DateTime\w*) +: [1-9])\s*.*:", RegexOptions.Multiline)]
    private static partial Regex Telling();
}
