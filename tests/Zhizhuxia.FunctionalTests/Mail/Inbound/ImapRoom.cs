using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Data;
using Zhizhuxia.FunctionalTests.Jobs;
using Zhizhuxia.Jobs;
using Zhizhuxia.Mail;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Mail.Inbound;

/// <summary>A newsroom that asks a mail server when a test says so.</summary>
internal sealed class ImapRoom : IAsyncDisposable
{
    private readonly Newsroom? _newsroom;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly ServiceProvider? _twin;

    private ImapRoom(Newsroom? newsroom, ServiceProvider? twin, IReadOnlyDictionary<string, string> settings) => (_newsroom, _twin, _settings) = (newsroom, twin, settings);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public IServiceProvider Services => (IServiceProvider?)_twin ?? _newsroom!.Services;

    public string Root => _newsroom!.Root;

    private IMailbox Mailbox => Services.GetRequiredService<IMailbox>();

    public static async Task<ImapRoom> OpenAsync(IReadOnlyDictionary<string, string> settings, Action<IServiceCollection>? add = null) =>
        new(await Newsroom.OpenAsync(settings.ToDictionary(one => one.Key, one => (string?)one.Value), add), null, settings);

    /// <summary>A second program on the same data.</summary>
    public Task<ImapRoom> TwinAsync()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(_settings.ToDictionary(one => one.Key, one => (string?)one.Value))
            .AddInMemoryCollection(TestDatabase.SettingsOf(Root)!).AddInMemoryCollection([new("Storage:Root", Root)]).Build();
        return Task.FromResult(new ImapRoom(null, new ServiceCollection().AddLogging().AddZhizhuxia(configuration).BuildServiceProvider(), _settings));
    }

    public PortalDb OpenDb() => _newsroom!.OpenDb();

    public Task<IMailboxVisit> VisitAsync() => Mailbox.VisitAsync(Ct);

    public async Task RoundAsync()
    {
        await using var visit = await VisitAsync();
        await RoundAsync(visit);
    }

    public Task RoundAsync(IMailboxVisit visit) => Services.GetRequiredService<MailRound>().RunAsync(Mailbox, visit, Ct);

    public async Task<IReadOnlyList<InboundMail>> MailsAsync()
    {
        await using var db = OpenDb();
        return await db.InboundMails.AsNoTracking().OrderBy(mail => mail.Id).ToListAsync(Ct);
    }

    /// <summary>Reads all that waits to be read.</summary>
    public async Task<IReadOnlyList<InboundMail>> ReadAllAsync()
    {
        while ((await MailsAsync()).Any(mail => mail.State is InboundState.Stored))
            Assert.True(await _newsroom!.DoNextAsync(JobKind.ReadMail, Ct));
        return await MailsAsync();
    }

    public async Task<int> CountPiecesAsync()
    {
        await using var db = OpenDb();
        return await db.Submissions.CountAsync(Ct);
    }

    public async Task<MailboxRecord> RecordAsync()
    {
        await using var db = OpenDb();
        return await db.MailboxRecords.AsNoTracking().SingleAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (_twin is not null)
            await _twin.DisposeAsync();
        if (_newsroom is not null)
            await _newsroom.DisposeAsync();
    }
}
