using Zhizhuxia.Review;

namespace Zhizhuxia.Worker;

/// <summary><c>verify-history</c>: has anybody changed what was written about the pieces?</summary>
internal sealed class VerifyHistoryCommand(VerifyHistory history)
{
    private const int Broken = 3;

    /// <summary>Prints a line for each broken history, and one for all.</summary>
    /// <returns>0: all as written; 3: not so.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var found = 0;
        await foreach (var broken in history.RunAsync(ct))
        {
            found++;
            Console.Out.WriteLine($"{broken.Number} {broken.Id}：第 {broken.Position} 步与校验值不符");
        }
        Console.Out.WriteLine($"查了 {history.Pieces} 篇、{history.Steps} 步，{(found == 0 ? "全部与校验值相符" : $"{found} 篇不符")}。");
        return found == 0 ? 0 : Broken;
    }
}
