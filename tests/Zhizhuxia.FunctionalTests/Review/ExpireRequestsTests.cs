using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Jobs;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

/// <summary>逾期 (T10): reminders three days and one day before, then the end.</summary>
public sealed class ExpireRequestsTests : IAsyncLifetime
{
    private readonly MovableClock _clock = new();
    private Newsroom _newsroom = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _newsroom = await Newsroom.OpenAsync(add: services => services.AddSingleton<TimeProvider>(_clock));

    public ValueTask DisposeAsync() => _newsroom.DisposeAsync();

    [Fact]
    public async Task A_reader_is_reminded_twice_and_then_the_piece_is_closed_with_a_letter()
    {
        var piece = await AskedAsync(days: 7);
        var told = new List<LetterKind>();
        for (var day = 0; day < 9; day++)
        {
            await RoundAsync();
            told = [.. (await LettersAsync(piece)).Select(letter => letter.Kind)];
            Assert.Equal(day is < 4 ? 0 : day is < 6 ? 1 : 2, told.Count(kind => kind is LetterKind.Reminder));
            _clock.Forward(TimeSpan.FromDays(1));
        }

        var after = await _newsroom.SeeAsync(piece.Id, Ct);
        Assert.Equal((State.Closed, CloseReason.Expired, "系统"), (after.State, after.Closing, after.History[^1].ActorName));
        Assert.Equal(LetterKind.Expired, told[^1]);
        Assert.Null(StepChain.BrokenAt(after.History));
    }

    [Fact]
    public async Task A_round_run_twice_tells_and_closes_once()
    {
        var soon = await AskedAsync(days: 3);
        var over = await AskedAsync(days: 1);
        _clock.Forward(TimeSpan.FromDays(1.5));

        await RoundAsync();
        await RoundAsync();

        Assert.Single(await LettersAsync(soon), letter => letter.Kind is LetterKind.Reminder);
        Assert.Single(await LettersAsync(over), letter => letter.Kind is LetterKind.Expired);
        await using var db = _newsroom.OpenDb();
        Assert.Equal(1, await db.Jobs.CountAsync(job => job.Kind == JobKind.ExpireRequests && job.State == JobState.Ready, Ct));
    }

    [Fact]
    public async Task Who_has_answered_is_neither_reminded_nor_closed()
    {
        var piece = await AskedAsync(days: 3);
        await using (var db = _newsroom.OpenDb())
        {
            var answered = (await db.LoadAsync(piece.Id, Ct))!;
            answered.Apply(Verb.Answer, Actor.Reader, _clock.GetUtcNow(), new() { Answer = "在湘江边拍的" });
            await db.SaveChangesAsync(Ct);
        }
        _clock.Forward(TimeSpan.FromDays(9));

        await RoundAsync();

        Assert.Equal(State.Review1, (await _newsroom.SeeAsync(piece.Id, Ct)).State);
        Assert.DoesNotContain(await LettersAsync(piece), letter => letter.Kind is LetterKind.Reminder or LetterKind.Expired);
    }

    [Fact]
    public async Task Who_was_asked_yesterday_for_today_is_not_reminded_at_once()
    {
        var piece = await AskedAsync(days: 1);

        await RoundAsync();

        Assert.DoesNotContain(await LettersAsync(piece), letter => letter.Kind is LetterKind.Reminder);
    }

    private async Task<Submission> AskedAsync(int days)
    {
        var now = _clock.GetUtcNow();
        return await _newsroom.AddAsync(In(State.Review1, now).Do(Verb.Ask, Wang, now, Wanted(now) with { Due = now.AddDays(days) }), Ct);
    }

    private async Task<List<Letter>> LettersAsync(Submission piece)
    {
        await using var db = _newsroom.OpenDb();
        return await db.Letters.AsNoTracking().Where(letter => letter.SubmissionId == piece.Id).OrderBy(letter => letter.CreatedAt).ToListAsync(Ct);
    }

    /// <summary>One round of the chore, as the runner would do it.</summary>
    private async Task RoundAsync()
    {
        await using (var db = _newsroom.OpenDb())
        {
            await db.Jobs.Where(job => job.Kind == JobKind.ExpireRequests && job.State == JobState.Ready).ExecuteDeleteAsync(Ct);
            db.Jobs.Add(Job.Chore(JobKind.ExpireRequests, _clock.GetUtcNow(), _clock.GetUtcNow()));
            await db.SaveChangesAsync(Ct);
        }
        var table = _newsroom.Services.GetRequiredService<JobTable>();
        var claimed = (await table.ClaimAsync([JobKind.ExpireRequests], Ct))!;
        await using var scope = _newsroom.Services.CreateAsyncScope();
        var handler = scope.ServiceProvider.GetServices<IJobHandler>().OfType<ExpireRequests>().Single();
        await handler.RunAsync(new(table, claimed), Ct);
    }
}
