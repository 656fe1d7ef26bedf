using Zhizhuxia.Intake;

namespace Zhizhuxia.Worker;

/// <summary><c>parse-link "TEXT"</c>: what the form would make of a pasted text. Opens nothing.</summary>
internal static class ParseLinkCommand
{
    /// <summary>Prints what was found.</summary>
    /// <returns>0: read, whatever it holds.</returns>
    public static int Run(CommandLine line)
    {
        var shared = ShareText.Parse(line.Text());
        if (line.Json)
        {
            OperatorCommand.Print(ParsedLink.Of(shared));
            return 0;
        }
        foreach (var link in shared.Links)
            Console.Out.WriteLine($"{(link == shared.Chosen ? "→" : " ")} {Platforms.LabelOf(link.Platform)} {link.Kind} {link.Url}（{link.Key}）{(link.Code is null ? "" : $" 提取码 {link.Code}")}{(link.Expires is null ? "" : $" {link.Expires}")}");
        Console.Out.WriteLine(shared.Links.Count == 0 ? "没有找到可以收的网址。" : shared.Words);
        return 0;
    }
}
