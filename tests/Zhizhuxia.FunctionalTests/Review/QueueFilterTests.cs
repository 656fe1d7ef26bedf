using Zhizhuxia.Jobs;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

public sealed class QueueFilterTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task The_queue_is_filtered_by_channel_tag_mark_and_share()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var plain = await newsroom.AddAsync(In(State.Review1, Now.AddDays(-1)), Ct);
        var phoned = await newsroom.AddAsync(Changed(piece => piece.Channel = Channel.Phone), Ct);
        var young = await newsroom.AddAsync(Changed(piece => piece.Declarations = piece.Declarations! with { Minors = Minors.GuardianAgreed }), Ct);
        var held = In(State.Review1, Now);
        held.Take(Wang, Now, null);
        await newsroom.AddAsync(held, Ct);
        await newsroom.RunAsync(async (TagSubmission tag) =>
        {
            await tag.RunAsync(plain.Id, Wang, "#春节", on: true, Ct);
            return true;
        });

        Assert.Equal([phoned.Id], await IdsAsync(newsroom, filter => filter with { Channel = Channel.Phone }));
        Assert.Equal([plain.Id], await IdsAsync(newsroom, filter => filter with { Tag = "春节" }));
        Assert.Equal([young.Id], await IdsAsync(newsroom, filter => filter with { Mark = QueueMark.Minor }));
        Assert.Equal([held.Id], await IdsAsync(newsroom, filter => filter with { Share = QueueShare.Mine }));
        Assert.Equal(4, (await IdsAsync(newsroom, filter => filter with { Share = QueueShare.Waiting })).Count());
        Assert.Empty(await IdsAsync(newsroom, filter => filter with { Channel = Channel.Phone, Mark = QueueMark.Minor }));
    }

    [Fact]
    public async Task A_piece_with_a_job_that_was_given_up_is_marked_and_found_as_stuck()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.AddAsync(In(State.Review1, Now), Ct);
        var stuck = await newsroom.AddAsync(In(State.Review1, Now), Ct);
        await using (var db = newsroom.OpenDb())
        {
            var job = Job.ForAsset(JobKind.MakeProxy, stuck.Id, stuck.Assets[0].Id, Now);
            job.State = JobState.Dead;
            db.Jobs.Add(job);
            await db.SaveChangesAsync(Ct);
        }

        var row = Assert.Single((await PageAsync(newsroom, QueueFilter.Everything with { Mark = QueueMark.Stuck })).Rows);

        Assert.Equal(stuck.Id, row.Id);
        Assert.Equal([QueueMark.Stuck], row.Marks);
    }

    [Fact]
    public async Task A_piece_whose_resemblances_nobody_has_decided_is_suspected()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.AddAsync(Linked("bilibili:BV2"), Ct);
        var like = await newsroom.AddAsync(Linked("bilibili:BV1"), Ct);
        await using (var db = newsroom.OpenDb())
        {
            (await db.LoadAsync(like.Id, Ct))!.UndecidedAlike = 1;
            await db.SaveChangesAsync(Ct);
        }

        Assert.Equal([like.Id], await IdsAsync(newsroom, filter => filter with { Mark = QueueMark.Duplicate }));
    }

    [Fact]
    public async Task A_row_follows_its_film()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var piece = Draft(Now);
        var coming = Arrived(piece, Now);
        piece.Assets.Add(coming);
        piece.Apply(Verb.Submit, Actor.Reader, Now, Decision.Plain);
        await newsroom.AddAsync(piece, Ct);
        Assert.Equal([QueueMark.Processing], (await PageAsync(newsroom, QueueFilter.Everything)).Rows[0].Marks);

        await using (var db = newsroom.OpenDb())
        {
            (await db.Assets.FindAsync([coming.Id], Ct))!.Reject("corrupt");
            (await db.Assets.FindAsync([piece.Assets[0].Id], Ct))!.Add(new(Assets.RenditionKind.Storyboard, 2, "board.vtt", ["board.vtt"], 160, 90, 5));
            await db.SaveChangesAsync(Ct);
        }

        var row = (await PageAsync(newsroom, QueueFilter.Everything)).Rows[0];
        Assert.Equal([QueueMark.FileRefused], row.Marks);
        Assert.Equal((piece.Assets[0].Id, "board.vtt"), (row.PosterOf, row.Storyboard));
    }

    [Fact]
    public async Task Counting_stops_where_nobody_counts_further()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        for (var number = 0; number < 3; number++)
            await newsroom.AddAsync(In(State.Review1, Now), Ct);

        Assert.Equal(3, await newsroom.RunAsync((ReviewQueue queue) => queue.CountAsync(Wang, Ct)));
        Assert.Equal(3, await newsroom.RunAsync((ReviewQueue queue) => queue.CountAsync(Wang, QueueFilter.Everything with { Words = "风筝" }, Ct)));
        Assert.Equal(0, await newsroom.RunAsync((ReviewQueue queue) => queue.CountAsync(Li, Ct)));
    }

    private static Submission Changed(Action<Submission> change)
    {
        var piece = Draft(Now);
        change(piece);
        piece.Apply(Verb.Submit, Actor.Reader, Now, Decision.Plain);
        return piece;
    }

    private static Submission Linked(string key)
    {
        var piece = Draft(Now);
        piece.Links.Add(new() { Id = Guid.CreateVersion7(), SubmissionId = piece.Id, Platform = "bilibili", Key = key, Url = $"https://example.org/{key}", Kind = LinkKind.Video });
        piece.Apply(Verb.Submit, Actor.Reader, Now, Decision.Plain);
        return piece;
    }

    private static async Task<IEnumerable<Guid>> IdsAsync(Newsroom newsroom, Func<QueueFilter, QueueFilter> narrow) =>
        (await PageAsync(newsroom, narrow(QueueFilter.Everything))).Rows.Select(row => row.Id);

    private static Task<QueuePage> PageAsync(Newsroom newsroom, QueueFilter filter) =>
        newsroom.RunAsync((ReviewQueue queue) => queue.PageAsync(Wang, filter, null, Ct));
}
