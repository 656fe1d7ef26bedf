using Zhizhuxia.Accounts;
using Zhizhuxia.FunctionalTests.Review;
using Zhizhuxia.Statistics;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Statistics;

/// <summary>The figures against pieces whose times are known.</summary>
public sealed class FiguresTests
{
    private static readonly DateTimeOffset Begin = new(2026, 3, 1, 2, 0, 0, TimeSpan.Zero);
    private static readonly Period March = new(new(2026, 3, 1), new(2026, 3, 31));
    private static readonly StatisticsScope All = new(SeesEditors: true, SeesNames: true);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Received_and_adopted_are_counted_by_channel_column_and_day_within_the_period()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var column = Guid.CreateVersion7();
        await newsroom.AddAsync(In(State.Adopted, Begin, column), Ct);
        await newsroom.AddAsync(In(State.Review1, Begin.AddDays(1), column), Ct);
        await newsroom.AddAsync(In(State.Closed, new(2026, 3, 31, 15, 59, 0, TimeSpan.Zero)), Ct); // the last minute of March in Beijing
        await newsroom.AddAsync(In(State.Published, new DateTimeOffset(2026, 3, 31, 16, 0, 0, TimeSpan.Zero)), Ct); // April
        await newsroom.AddAsync(In(State.Draft, Begin), Ct);

        var report = await ReadAsync(newsroom, All);

        Assert.Equal((3, 1), (report.Totals.Received, report.Totals.Adopted));
        Assert.Equal([new FigureRow("网页", 3, 1)], Rows(report, "channels"));
        Assert.Equal((2, 1), Rows(report, "columns").Where(row => row.First == 2).Select(row => (row.First, row.Second)).Single());
        var days = Rows(report, "time");
        Assert.Equal(31, days.Count);
        Assert.Equal(
            [new("3-1", 1, 1) { Begins = new(2026, 3, 1) }, new("3-2", 1, 0) { Begins = new(2026, 3, 2) }, new FigureRow("3-31", 1, 0) { Begins = new(2026, 3, 31) }],
            days.Where(row => row.First > 0));
    }

    [Fact]
    public async Task Medians_are_exact_for_odd_and_even_numbers()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        foreach (var hours in new[] { 1, 2, 30 })
            await DecidedAsync(newsroom, lookedAfter: TimeSpan.FromHours(hours), decidedAfter: TimeSpan.FromHours(hours * 10));

        Assert.Equal((TimeSpan.FromHours(2), TimeSpan.FromHours(20)), await MediansAsync(newsroom));
        await DecidedAsync(newsroom, TimeSpan.FromHours(4), TimeSpan.FromHours(40));
        Assert.Equal((TimeSpan.FromHours(3), TimeSpan.FromHours(30)), await MediansAsync(newsroom));
    }

    [Fact]
    public async Task Pieces_over_fifteen_days_are_counted_decided_or_not()
    {
        var clock = new MovableClock();
        await using var newsroom = await Newsroom.OpenAsync(null, services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<TimeProvider>(services, clock));
        await DecidedAsync(newsroom, TimeSpan.FromDays(1), TimeSpan.FromDays(16));
        await DecidedAsync(newsroom, TimeSpan.FromDays(1), TimeSpan.FromDays(14));
        await newsroom.AddAsync(In(State.Review2, clock.GetUtcNow().AddDays(-16)), Ct);
        await newsroom.AddAsync(In(State.Waiting, clock.GetUtcNow().AddDays(-14)), Ct);

        var totals = (await ReadAsync(newsroom, All)).Totals;

        Assert.Equal((1, 1), (totals.DecidedLate, totals.OpenLate));
    }

    [Fact]
    public async Task Editors_are_shown_with_their_verdicts_and_median_to_who_may_see_them()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var editor = new Editor { DisplayName = "陈编辑", UserName = "c", Roles = [Role.Editor1] };
        await using (var db = newsroom.OpenDb())
        {
            db.Users.Add(editor);
            await db.SaveChangesAsync(Ct);
        }
        foreach (var hours in new[] { 2, 6 })
        {
            var piece = In(State.Review1, Begin);
            piece.Take(Actor.Of(editor), Begin.AddHours(1), null);
            piece.Revise(Content.Of(piece) with { Title = "改过一次" }, Actor.Of(editor), Begin.AddHours(1)); // no new beginning: what counts is how long it lay
            await newsroom.AddAsync(piece.Do(hours is 2 ? Verb.Pass : Verb.Decline, Actor.Of(editor), Begin.AddHours(hours), Checked with { DeclineReason = "画质太差" }), Ct);
        }

        Assert.Equal([new FigureRow("陈编辑", 2, 1, "4 小时")], Rows(await ReadAsync(newsroom, All), "editors"));
        Assert.DoesNotContain((await ReadAsync(newsroom, All with { SeesEditors = false })).Figures, figure => figure.Key is "editors");
    }

    [Fact]
    public async Task Reasons_causes_and_contributors_are_counted()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        for (var number = 0; number < 2; number++)
            await newsroom.AddAsync(In(State.Closed, Begin), Ct);
        var refused = In(State.Review1, Begin);
        var film = Arrived(refused, Begin);
        film.Reject("no_video");
        refused.Assets.Add(film);
        refused.Contact = new("别人", "13900000000", null);
        await newsroom.AddAsync(refused, Ct);

        var report = await ReadAsync(newsroom, All with { SeesNames = false });

        Assert.Equal([new FigureRow(Refusal.DeclineReason!, 2)], Rows(report, "reasons"));
        Assert.Equal(1, Assert.Single(Rows(report, "uploads")).First);
        Assert.Equal([new("读者 1", 2, 0), new FigureRow("读者 2", 1, 0)], Rows(report, "contributors"));
        Assert.Equal(["李翰", "别人"], Rows(await ReadAsync(newsroom, All), "contributors").Select(row => row.Name));
    }

    [Fact]
    public async Task An_empty_newsroom_has_empty_figures()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var report = await ReadAsync(newsroom, All);

        Assert.Equal((0, null, null), (report.Totals.Received, report.Totals.FirstLook, report.Totals.Decision));
    }

    private static async Task<(TimeSpan?, TimeSpan?)> MediansAsync(Newsroom newsroom)
    {
        var totals = (await ReadAsync(newsroom, All)).Totals;
        return (totals.FirstLook, totals.Decision);
    }

    private static async Task DecidedAsync(Newsroom newsroom, TimeSpan lookedAfter, TimeSpan decidedAfter)
    {
        var piece = In(State.Review1, Begin);
        piece.Take(Wang, Begin + lookedAfter, null);
        piece.LookAt(Wang, Begin + lookedAfter);
        await newsroom.AddAsync(piece.Do(Verb.Decline, Wang, Begin + decidedAfter, Refusal), Ct);
    }

    private static IReadOnlyList<FigureRow> Rows(StatisticsReport report, string key) => report.Figures.Single(figure => figure.Key == key).Rows;

    private static Task<StatisticsReport> ReadAsync(Newsroom newsroom, StatisticsScope scope) =>
        newsroom.RunAsync<ReadStatistics, StatisticsReport>(statistics => statistics.RunAsync(March, scope, Ct));
}
