using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Accounts;
using Zhizhuxia.Jobs;
using Zhizhuxia.Mail;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Mail;

public sealed class LetterListTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task The_list_is_read_page_by_page_newest_first()
    {
        await using var outbox = await Outbox.OpenAsync();
        var written = new List<Guid>();
        for (var i = 0; i < 5; i++)
            written.Add(await outbox.WriteAsync(LetterKind.Received));
        await using var scope = outbox.Services.CreateAsyncScope();
        var list = scope.ServiceProvider.GetRequiredService<LetterList>();

        var first = await list.ReadAsync(LetterFilter.All, null, 2, Ct);
        var second = await list.ReadAsync(LetterFilter.All, first[^1], 2, Ct);
        var third = await list.ReadAsync(LetterFilter.All, second[^1], 2, Ct);

        Assert.Equal([2, 2, 1], [first.Count, second.Count, third.Count]);
        Assert.Equal(written.Order(), first.Concat(second).Concat(third).Select(row => row.Id).Order());
        Assert.All(first, row => Assert.Equal(("待发", "湘江的早晨", "li@example.org"), (row.Word(Outbox.Now), row.Title, row.To)));
    }

    [Fact]
    public async Task A_letter_that_was_given_up_shows_its_cause_and_is_sent_on_an_operators_word()
    {
        var transport = new Unplugged();
        await using var outbox = await Outbox.OpenAsync(services => services.AddSingleton<IMailTransport>(transport), ("Jobs:MaxMailFailures", "1"));
        var id = await outbox.WriteAsync(LetterKind.Declined);
        await outbox.SendNextAsync();
        await using var scope = outbox.Services.CreateAsyncScope();
        var stuck = await scope.ServiceProvider.GetRequiredService<LetterList>().FindAsync(id, Ct);
        Assert.Equal((true, JobState.Dead, 1, "IOException: unplugged"), (stuck!.IsStuck, stuck.JobState, stuck.Failures, stuck.Error));

        transport.Plugged = true;
        await scope.ServiceProvider.GetRequiredService<ResendLetter>().RunAsync(id, Ct);
        Assert.True(await outbox.SendNextAsync());

        Assert.Equal(LetterState.Sent, (await outbox.FindAsync(id)).State);
        var again = await Assert.ThrowsAsync<RefusedException>(() => scope.ServiceProvider.GetRequiredService<ResendLetter>().RunAsync(id, Ct));
        Assert.Equal("letter-not-stuck", again.Code);
    }

    [Fact]
    public async Task A_held_letter_waits_and_can_be_called_back_once()
    {
        await using var outbox = await Outbox.OpenAsync();
        var now = TimeProvider.System.GetUtcNow();
        var id = await outbox.WriteAsync(LetterKind.Declined, notBefore: now.AddMinutes(10));
        await using var scope = outbox.Services.CreateAsyncScope();
        var callBack = scope.ServiceProvider.GetRequiredService<CallBackLetter>();

        Assert.False(await outbox.SendNextAsync());
        var (wang, zhou) = (new Actor(Guid.CreateVersion7(), "王编辑", [Role.Editor1], []), new Actor(Guid.CreateVersion7(), "周管理", [Role.Administrator], []));
        Assert.Equal("not-possible-now", (await Assert.ThrowsAsync<RefusedException>(() => callBack.RunAsync(id, zhou, Ct))).Code);
        await callBack.RunAsync(id, wang, Ct);

        Assert.Equal(LetterState.CalledBack, (await outbox.FindAsync(id)).State);
        Assert.Equal("letter-gone", (await Assert.ThrowsAsync<RefusedException>(() => callBack.RunAsync(id, wang, Ct))).Code);
        await using var db = outbox.OpenDb();
        var note = Assert.Single(await db.InternalNotes.ToListAsync(Ct));
        Assert.Equal(("王编辑", "收回了还没有发出的信，读者收不到它。"), (note.By, note.Text));
    }

    [Fact]
    public async Task A_letter_called_back_is_not_sent_when_its_time_comes()
    {
        await using var outbox = await Outbox.OpenAsync();
        var id = await outbox.WriteAsync(LetterKind.Declined);
        await using (var db = outbox.OpenDb())
        {
            (await db.Letters.FindAsync([id], Ct))!.State = LetterState.CalledBack;
            await db.SaveChangesAsync(Ct);
        }

        Assert.True(await outbox.SendNextAsync());

        Assert.Empty(outbox.Files);
        Assert.Equal(LetterState.CalledBack, (await outbox.FindAsync(id)).State);
    }

    private sealed class Unplugged : IMailTransport
    {
        public bool Plugged { get; set; }

        public Task SendAsync(OutgoingMail mail, CancellationToken ct) => Plugged ? Task.CompletedTask : throw new IOException("unplugged");
    }
}
