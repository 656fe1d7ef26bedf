using Zhizhuxia.Media;

namespace Zhizhuxia.Worker;

/// <summary><c>inspect FILE</c>: the facts of a film and what would be made of it, or why it is refused.</summary>
internal sealed class InspectCommand(ProvenBox box, Probe probe)
{
    /// <summary>Exit code of a refused file.</summary>
    public const int Refused = 3;

    /// <summary>Prints the outcome.</summary>
    /// <returns>0: accepted; 3: refused.</returns>
    public async Task<int> RunAsync(CommandLine line, CancellationToken ct)
    {
        var film = line.Film();
        await box.RequireAsync(ct);
        var judged = await probe.InspectAsync(film, ct);
        if (line.Json)
            OperatorCommand.Print(Inspected.Of(judged));
        else
            Print(judged);
        return judged.IsAccepted ? 0 : Refused;
    }

    private static void Print(Judgement judged)
    {
        if (judged.Facts is not { } facts)
        {
            Console.Out.WriteLine($"不能用（{judged.RefusalCode}）：{RefusalTexts.All[judged.RefusalCode!]}");
            return;
        }
        Console.Out.WriteLine(FactsLine.Of(facts));
        Console.Out.WriteLine($"审看：{(facts.PlayableInBrowser ? "浏览器直接播放原片" : Size(Rung.Proxy(facts.Video)))}");
        Console.Out.WriteLine($"刊发：{string.Join('、', Rung.Ladder(facts.Video).Select(Size))}{(facts.Audio is null ? "" : "，声音一条")}");
        foreach (var mark in EditorMarks.Of(facts))
            Console.Out.WriteLine($"注意（{mark}）：{RefusalTexts.All[mark]}");
    }

    private static string Size(Rung rung) => FormattableString.Invariant($"{rung.Width}×{rung.Height} {rung.Rate.PerSecond:0.##} 帧/秒");
}
