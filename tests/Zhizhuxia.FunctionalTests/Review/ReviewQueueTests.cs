using Zhizhuxia.Data;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

public sealed class ReviewQueueTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly DateTimeOffset Now = new MicrosecondClock().GetUtcNow();

    [Fact]
    public async Task What_waits_for_me_comes_first_the_oldest_on_top()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var column = Guid.CreateVersion7();
        var old = await newsroom.AddAsync(In(State.Review1, Now.AddDays(-3), column), Ct);
        var fresh = await newsroom.AddAsync(In(State.Review1, Now.AddDays(-1), column), Ct);
        var ancient = await newsroom.AddAsync(In(State.Review2, Now.AddDays(-9), column), Ct);

        var page = await Page(newsroom, Wang, QueueFilter.Everything, null);

        Assert.Equal([old.Id, fresh.Id, ancient.Id], page.Rows.Select(row => row.Id));
        Assert.Equal([true, true, false], page.Rows.Select(row => row.Waits));
        Assert.Equal((old.Assets[0].Id, true, 12d), (page.Rows[0].PosterOf!.Value, page.Rows[0].Upright, page.Rows[0].Seconds!.Value));
        Assert.Equal(old.SubmittedAt + TimeSpan.FromDays(15), page.Rows[0].AnswerDue);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task What_a_colleague_reads_does_not_wait_for_me_until_the_claim_is_idle()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var piece = In(State.Review1, Now.AddDays(-20));
        piece.Take(Sun, Now, null);
        await newsroom.AddAsync(piece, Ct);
        var idle = In(State.Review1, Now.AddDays(-20));
        idle.Take(Sun, Now.AddDays(-7), null);
        await newsroom.AddAsync(idle, Ct);

        var mine = (await Page(newsroom, Wang, QueueFilter.Everything, null)).Rows;
        var theirs = (await Page(newsroom, Sun, QueueFilter.Everything, null)).Rows;

        Assert.Equal([(idle.Id, true, null), (piece.Id, false, Sun.Name)], mine.Select(row => (row.Id, row.Waits, row.ClaimedBy)));
        Assert.All(theirs, row => Assert.True(row.Waits));
        Assert.Equal(idle.Id, await newsroom.RunAsync((ReviewQueue queue) => queue.NextAsync(Wang, Guid.Empty, Ct)));
        Assert.Null(await newsroom.RunAsync((ReviewQueue queue) => queue.NextAsync(Wang, idle.Id, Ct)));
        Assert.Equal(2, await newsroom.RunAsync((ReviewQueue queue) => queue.CountAsync(Sun, Ct)));
    }

    [Fact]
    public async Task What_I_have_passed_as_it_is_waits_for_somebody_else()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var piece = In(State.Review1, Now);
        piece.Take(Sun, Now, null);
        await newsroom.AddAsync(piece.Do(Verb.Pass, Sun, Now, Checked), Ct);

        Assert.False(Assert.Single((await Page(newsroom, Sun, QueueFilter.Everything, null)).Rows).Waits);
        Assert.True(Assert.Single((await Page(newsroom, Chief, QueueFilter.Everything, null)).Rows).Waits);
    }

    [Theory]
    [InlineData("2.0")]
    [InlineData("w.zz.1")]
    [InlineData("r.7fffffffffffffff.00000000000000000000000000000000")]
    public async Task A_wrong_cursor_begins_anew(string cursor)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.AddAsync(In(State.Review1, Now), Ct);

        Assert.Single((await Page(newsroom, Wang, QueueFilter.Everything, cursor)).Rows);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var column = Guid.CreateVersion7();
        await using (var db = newsroom.OpenDb())
        {
            db.Columns.Add(new() { Id = column, Name = "视·生活" });
            for (var number = 0; number < 130; number++)
            {
                var piece = In(number % 3 == 0 ? State.Review2 : State.Review1, Now.AddMinutes(-number / 4), column); // many at the same moment
                piece.Number = $"ZX261123-{number:D4}";
                db.Submissions.Add(piece);
            }
            await db.SaveChangesAsync(Ct);
        }
        List<QueueRow> rows = [];
        string? next = null;
        List<int> sizes = [];
        do
        {
            var page = await Page(newsroom, Wang, QueueFilter.Everything, next);
            rows.AddRange(page.Rows);
            sizes.Add(page.Rows.Count);
            next = page.Next;
        }
        while (next is not null);

        Assert.Equal([50, 50, 30], sizes);
        Assert.Distinct(rows.Select(row => row.Id));
        Assert.Equal(rows.OrderByDescending(row => row.Waits).ThenBy(row => row.SubmittedAt).ThenBy(row => row.Id.ToString()).Select(row => row.Id), rows.Select(row => row.Id));
        Assert.Equal(86, rows.Count(row => row.Waits));
    }

    [Fact]
    public async Task The_queue_is_filtered_by_state_column_kind_and_words()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var here = await newsroom.AddAsync(In(State.Review1, Now), Ct);
        var link = Draft(Now, title: "老街的米粉");
        (link.Kind, link.LinkText) = (SubmissionKind.Link, "https://example.org/v/1");
        link.Apply(Verb.Submit, Actor.Reader, Now, Decision.Plain);
        await newsroom.AddAsync(link, Ct);
        var closed = await newsroom.AddAsync(In(State.Closed, Now), Ct);

        Assert.Equal([here.Id], Ids(await Page(newsroom, Wang, QueueFilter.Everything with { ColumnId = here.ColumnId }, null)));
        Assert.Equal([link.Id], Ids(await Page(newsroom, Wang, QueueFilter.Everything with { Kind = SubmissionKind.Link }, null)));
        Assert.Equal([link.Id], Ids(await Page(newsroom, Wang, QueueFilter.Everything with { Words = "米粉" }, null)));
        Assert.Equal([link.Id], Ids(await Page(newsroom, Wang, QueueFilter.Everything with { Words = link.Number![2..] }, null)));
        Assert.Equal([closed.Id], Ids(await Page(newsroom, Wang, QueueFilter.Everything with { State = State.Closed }, null)));
        Assert.Empty(Ids(await Page(newsroom, Wang, QueueFilter.Everything with { Words = "%" }, null)));
    }

    [Fact]
    public async Task Marks_say_what_to_watch_for()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var piece = Draft(Now);
        piece.Declarations = piece.Declarations! with { AiUse = AiUse.Yes, Origin = Origin.SeenOnline, Minors = Minors.GuardianAgreed };
        piece.Fill(Content.Of(piece) with { AiLabel = null });
        piece.Assets.Add(Arrived(piece, Now));
        piece.Apply(Verb.Submit, Actor.Reader, Now, Decision.Plain);
        piece.Assets[0].Purge();
        await newsroom.AddAsync(piece, Ct);
        await newsroom.AddAsync(In(State.Review1, Now.AddMinutes(1)), Ct);

        var rows = (await Page(newsroom, Wang, QueueFilter.Everything, null)).Rows;

        Assert.Equal([QueueMark.Ai, QueueMark.SeenOnline, QueueMark.Minor, QueueMark.Processing], rows[0].Marks);
        Assert.Empty(rows[1].Marks);
    }

    private static Task<QueuePage> Page(Newsroom newsroom, Actor actor, QueueFilter filter, string? after) =>
        newsroom.RunAsync((ReviewQueue queue) => queue.PageAsync(actor, filter, after, Ct));

    private static IEnumerable<Guid> Ids(QueuePage page) => page.Rows.Select(row => row.Id);
}
