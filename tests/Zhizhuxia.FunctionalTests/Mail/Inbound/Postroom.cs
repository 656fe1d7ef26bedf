using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Data;
using Zhizhuxia.FunctionalTests.Jobs;
using Zhizhuxia.Jobs;
using Zhizhuxia.Mail;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Mail.Inbound;

/// <summary>A newsroom whose watched folder is looked through, and whose mails are read, when a test says so.</summary>
internal sealed class Postroom : IAsyncDisposable
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Postroom(Newsroom newsroom) => Newsroom = newsroom;

    public Newsroom Newsroom { get; }

    public string Folder => Path.Combine(Newsroom.Root, "mail-in");

    /// <summary>Names in the folder, and below it.</summary>
    public IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder, path)).Order(StringComparer.Ordinal)];

    public static async Task<Postroom> OpenAsync(Action<IServiceCollection>? add = null, params (string Name, string Value)[] settings)
    {
        var postroom = new Postroom(await Newsroom.OpenAsync(settings.ToDictionary(one => one.Name, one => (string?)one.Value), add));
        await (await postroom.Mailbox.VisitAsync(Ct)).DisposeAsync(); // makes the folder
        return postroom;
    }

    private IMailbox Mailbox => Newsroom.Services.GetRequiredService<IMailbox>();

    public PortalDb OpenDb() => Newsroom.OpenDb();

    /// <summary>A whole file of an hour ago.</summary>
    public async Task DropAsync(string name, string mail)
    {
        var path = Path.Combine(Folder, name);
        await File.WriteAllBytesAsync(path, Encoding.UTF8.GetBytes(mail), Ct);
        File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-1));
    }

    /// <summary>One look through the mailbox.</summary>
    public async Task LookAsync()
    {
        await using var visit = await Mailbox.VisitAsync(Ct);
        await LookAsync(visit);
    }

    public Task LookAsync(IMailboxVisit visit) => Newsroom.Services.GetRequiredService<MailRound>().RunAsync(Mailbox, visit, Ct);

    public Task<IMailboxVisit> VisitAsync() => Mailbox.VisitAsync(Ct);

    /// <summary>Drops a mail, takes it in and reads it.</summary>
    public async Task<InboundMail> TakeAsync(string mail)
    {
        await DropAsync(string.Create(CultureInfo.InvariantCulture, $"{Guid.NewGuid():N}.eml"), mail);
        await LookAsync();
        Assert.True(await Newsroom.DoNextAsync(JobKind.ReadMail, Ct));
        await using var db = OpenDb();
        return (await db.InboundMails.AsNoTracking().ToListAsync(Ct)).MaxBy(row => row.Id)!;
    }

    /// <summary>As <see cref="TakeAsync"/>, of a mail that becomes a piece.</summary>
    public async Task<Submission> TakePieceAsync(string mail)
    {
        var taken = await TakeAsync(mail);
        Assert.Equal(InboundState.Piece, taken.State);
        return await PieceAsync(taken.SubmissionId!.Value);
    }

    public async Task<Submission> PieceAsync(Guid id)
    {
        await using var db = OpenDb();
        return await db.Aggregate().Include(piece => piece.Letters).Include(piece => piece.Links).Include(piece => piece.AwaitedFiles).AsNoTracking().SingleAsync(piece => piece.Id == id, Ct);
    }

    public async Task ChangeAsync(Guid piece, Action<Submission> change)
    {
        await using var db = OpenDb();
        change((await db.LoadAsync(piece, Ct))!);
        await db.SaveChangesAsync(Ct);
    }

    /// <summary>Message-ID of a letter, as it will be in its mail.</summary>
    public string IdOf(Letter letter) => Newsroom.Services.GetRequiredService<OwnMessageId>().Of(letter.Id, "newsroom.invalid");

    public ValueTask DisposeAsync() => Newsroom.DisposeAsync();
}
