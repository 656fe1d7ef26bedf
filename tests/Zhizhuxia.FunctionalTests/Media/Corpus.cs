using System.Globalization;
using System.Text;

namespace Zhizhuxia.FunctionalTests.Media;

/// <summary>The real clips beside the repository, <c>../shared/corpus/video</c>; tests that need them are skipped when they are not there.</summary>
public static class Corpus
{
    public static string Folder { get; } = Find();

    public static bool IsThere => Folder.Length > 0;

    public static IReadOnlyList<CorpusRow> Rows { get; } = IsThere ? Read() : [];

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var video = Path.Combine(folder.FullName, "shared", "corpus", "video");
            if (File.Exists(Path.Combine(video, "expected.csv")))
                return video;
        }
        return "";
    }

    private static List<CorpusRow> Read()
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, "expected.csv"));
        var head = Fields(lines[0]);
        return [.. lines.Skip(1).Select(line => new CorpusRow(head.Zip(Fields(line)).ToDictionary(pair => pair.First, pair => pair.Second)))];
    }

    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        foreach (var character in line)
        {
            if (character == '"')
                quoted = !quoted;
            else if (character == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
                field.Append(character);
        }
        fields.Add(field.ToString());
        return fields;
    }
}

/// <summary>One line of expected.csv.</summary>
public sealed record CorpusRow(IReadOnlyDictionary<string, string> Fields)
{
    public string Id => Fields["id"];
    public string Path => System.IO.Path.Combine(Corpus.Folder, Fields["file"]);
    public string Verdict => Fields["verdict"];
    public string Reason => Fields["reason"];

    public double Number(string field) => Fields[field] is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : 0;

    public bool Flag(string field) => Fields[field] == "True";
}
