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
        Console.Out.WriteLine(facts.PlayableInBrowser ? "审看：浏览器直接播放原片，不用等小样" : $"审看：浏览器放不了原片，要做小样 {Size(Rung.Proxy(facts.Video))}");
        var order = new LadderOrder(facts.AiLabel, 0);
        var shape = LadderShape.Of(facts, order);
        foreach (var (number, rung) in shape.Rungs.Index())
            Console.Out.WriteLine($"刊发：{Size(rung)}，{(number < shape.FirstEncoded ? "原样复制" : FormattableString.Invariant($"编码，最高 {rung.MaxKilobits} kbit/s"))}");
        Console.Out.WriteLine(facts.Audio is null ? "刊发：没有声音" : "刊发：声音一条，编码");
        if (!shape.IsTopCopied)
            Console.Out.WriteLine($"不能原样复制：{string.Join(", ", CopyRule.Obstacles(facts, order))}");
        foreach (var mark in EditorMarks.Of(facts))
            Console.Out.WriteLine($"注意（{mark}）：{RefusalTexts.All[mark]}");
    }

    private static string Size(Rung rung) => FormattableString.Invariant($"{rung.Width}×{rung.Height} {rung.Rate.PerSecond:0.##} 帧/秒");
}
