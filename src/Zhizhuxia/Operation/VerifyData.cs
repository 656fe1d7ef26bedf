using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Review;
using Zhizhuxia.Settings;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Operation;

/// <summary>Is everything there that was acknowledged, and as it was written? Changes nothing; safe while the program runs.</summary>
public sealed class VerifyData(PortalDb db, CheckFiles files, VerifyHistory history)
{
    public int Files => files.Files;

    public long Bytes => files.Bytes;

    public int Pieces => history.Pieces;

    public int Steps => history.Steps;

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var line in await DatabaseCheck.RunAsync(db, ct))
            yield return new("database-damaged", "Database", line);
        await foreach (var broken in history.RunAsync(ct))
            yield return new("history-broken", $"{broken.Number} {broken.Id}", $"第 {broken.Position} 步与校验值不符");
        if (SettingChange.BrokenAt(await db.SettingChanges.AsNoTracking().OrderBy(change => change.Number).ToListAsync(ct)) is { } number)
            yield return new("settings-broken", number.ToString(CultureInfo.InvariantCulture), "设置的改动记录从这一条起与校验值不符");
        foreach (var finding in await DanglingAsync(ct))
            yield return finding;
        await foreach (var finding in files.RunAsync(hashes: true, ct))
            yield return finding;
    }

    /// <summary>References that no key of the database watches.</summary>
    private async Task<IReadOnlyList<Finding>> DanglingAsync(CancellationToken ct)
    {
        var films = await db.Letters.Where(letter => letter.State == LetterState.Waiting && letter.AssetId != null && !db.Assets.Any(asset => asset.Id == letter.AssetId))
            .Select(letter => letter.Id).ToListAsync(ct);
        var queue = await db.Submissions.Where(piece => piece.State != State.Draft && !db.QueueEntries.Any(entry => entry.SubmissionId == piece.Id))
            .Select(piece => piece.Id).ToListAsync(ct);
        return
        [
            .. films.Select(id => new Finding("row-dangling", $"Letter {id}", "它说的素材已经没有了")),
            .. queue.Select(id => new Finding("row-dangling", $"Submission {id}", "队列里没有这篇稿件")),
        ];
    }
}
