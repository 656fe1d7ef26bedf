using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Zhizhuxia.Data;
using Zhizhuxia.Storage;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.Demo;

/// <summary>
/// Fills the demo newsroom once, while it already serves: people first, then columns, then the pieces: sent in through the real doors, then moved as the
/// real jobs get ready with their films.
/// Stopped half-way it goes on at the next start; when it is done a mark says so.
/// </summary>
public sealed partial class SeedDemo(DemoPeople people, DemoRooms rooms, SendDemoPiece send, MoveDemoPiece move, IOptions<StorageOptions> storage, ILogger<SeedDemo> log)
    : BackgroundService
{
    private string Mark => storage.Value.Folder("demo-seeded.txt");

    /// <summary>People before the first request; their passwords at every start of a demo.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await people.PrepareAsync(cancellationToken) is not { } accounts)
        {
            await Console.Out.WriteLineAsync("知株侠投稿：编辑部已经有人了，不填演示数据。");
            return;
        }
        await Console.Out.WriteLineAsync($"\n知株侠投稿 · 演示编辑部（仅供试用：不强制两步验证，密码保存在数据目录的 demo-accounts.txt）\n{accounts}\n");
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (File.Exists(Mark))
            return;
        try
        {
            await Task.Yield();
            await AddColumnsAsync(stoppingToken);
            foreach (var piece in DemoPieces.All)
                await SendAsync(piece, stoppingToken);
            foreach (var piece in DemoPieces.All)
                await move.RunAsync((await FindAsync(piece, stoppingToken))!.Value, piece, stoppingToken);
            await File.WriteAllTextAsync(Mark, "演示数据已经填好；删掉整个数据目录可以重来。\n", stoppingToken);
            await Console.Out.WriteLineAsync($"知株侠投稿：演示编辑部的 {DemoPieces.All.Count} 篇稿件已经备好。");
        }
        catch (Exception trouble) when (trouble is IOException or InvalidDataException or RefusedException or DbUpdateException)
        {
            LogStopped(trouble); // the newsroom works without its demo pieces; the next start goes on
        }
    }

    private async Task SendAsync(DemoPiece piece, CancellationToken ct)
    {
        if (await FindAsync(piece, ct) is null)
            await send.RunAsync(piece, ct);
    }

    private Task<Guid?> FindAsync(DemoPiece piece, CancellationToken ct) => rooms.RunAsync((PortalDb db) =>
        db.Submissions.Where(row => row.Title == piece.Form.Title && row.State != State.Draft).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(ct));

    private Task AddColumnsAsync(CancellationToken ct) => rooms.RunAsync(async (PortalDb db) =>
    {
        if (await db.Columns.AnyAsync(ct))
            return;
        db.Columns.AddRange(DemoPieces.Columns.Select((column, index) =>
            new Column { Id = Guid.CreateVersion7(), Name = column.Name, Motto = column.Motto, Position = index + 1 }));
        await db.SaveChangesAsync(ct);
    });

    [LoggerMessage(LogLevel.Error, "The demo newsroom was filled only in part")]
    private partial void LogStopped(Exception trouble);
}
