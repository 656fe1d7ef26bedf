using Microsoft.EntityFrameworkCore;
using Zhizhuxia.Data;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.FunctionalTests.Review;

public sealed class SearchTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    /// <summary>Everything that is searched, each part with words of its own.</summary>
    [Theory]
    [InlineData("鳅")]
    [InlineData("龙舟")]
    [InlineData("湘江边的龙舟")]
    [InlineData("边的龙")]
    [InlineData("4K")]
    [InlineData("4k60帧")]
    [InlineData("ｖｌｏｇ")]
    [InlineData("Vlog")]
    [InlineData("泥鳅 VLOG 龙")]
    [InlineData("龙 泥鳅")]
    [InlineData("０７３１")]
    [InlineData("100%")]
    [InlineData("0%")]
    [InlineData("%")]
    [InlineData("\"")]
    [InlineData("“米粉”")]
    [InlineData("谢慧")]
    [InlineData("欧阳")]
    [InlineData("老街坊")]
    [InlineData("BV1bK411W797")]
    [InlineData("https://v.douyin.com/iRNBho6u/")]
    [InlineData("𠮷")]
    [InlineData("𠮷野")]
    [InlineData("🐉")]
    public async Task A_piece_is_found_by_each_of_its_words(string asked)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var piece = await newsroom.AddAsync(Rich(), Ct);
        await newsroom.AddAsync(In(State.Review1, Now), Ct);

        Assert.Equal([piece.Id], await FindAsync(newsroom, asked));
    }

    [Theory]
    [InlineData("龙船")]
    [InlineData("龙江")]
    [InlineData("江边龙舟")]
    [InlineData("龙舟 没有")]
    [InlineData("4K61")]
    [InlineData("NEAR(龙舟 湘江)")]
    [InlineData("龙舟 OR 风筝")]
    [InlineData("Words:龙舟")]
    [InlineData("龙*")]
    [InlineData("\"龙舟\" NOT \"风筝\"")]
    [InlineData("^龙舟")]
    [InlineData("') OR 1=1 --")]
    [InlineData("\\")]
    [InlineData("_")]
    public async Task What_is_not_there_is_not_found_and_no_sign_has_a_meaning(string asked)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.AddAsync(Rich(), Ct);

        Assert.Empty(await FindAsync(newsroom, asked));
    }

    [Fact]
    public async Task The_whole_number_and_its_end_lead_to_the_piece_whatever_its_state()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var pieces = new List<Submission>();
        foreach (var state in Enum.GetValues<State>().Where(state => state is not State.Draft))
            pieces.Add(await newsroom.AddAsync(In(state, Now), Ct));

        foreach (var piece in pieces)
        {
            Assert.Equal([piece.Id], await FindAsync(newsroom, piece.Number!));
            Assert.Equal([piece.Id], await FindAsync(newsroom, piece.Number![2..].ToLowerInvariant()));
        }
        Assert.Equal(pieces.Select(piece => piece.Id).Reverse(), await FindAsync(newsroom, "风筝")); // the newest first
        Assert.Equal([pieces[0].Id], await FindAsync(newsroom, "风筝", filter => filter with { State = State.Review1 }));
    }

    [Fact]
    public async Task The_index_follows_every_change_of_the_words()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var piece = In(State.Review1, Now);
        piece.Take(Wang, Now, null);
        await newsroom.AddAsync(piece, Ct);

        await newsroom.RunAsync(async (ReviseSubmission revise) =>
        {
            await revise.RunAsync(piece.Id, Wang, Seen.Of(piece), Content.Of(piece) with { Title = "老街的米粉" }, null, Ct);
            return true;
        });
        await using (var db = newsroom.OpenDb())
        {
            db.LinkFacts.Add(new() { Id = Guid.CreateVersion7(), SubmissionId = piece.Id, Platform = "web", Key = "web:1", Url = "https://example.org/rice", Kind = LinkKind.Video });
            db.PieceTags.Add(new() { SubmissionId = piece.Id, Word = "春节", AddedBy = Wang.Name, AddedAt = Now });
            await db.SaveChangesAsync(Ct);
        }

        Assert.Empty(await FindAsync(newsroom, "湘江边的风筝"));
        Assert.Empty(await FindAsync(newsroom, "筝"));
        foreach (var word in new[] { "米粉", "老街的", "米", "rice", "春节" })
            Assert.Equal([piece.Id], await FindAsync(newsroom, word));
        await using var gone = newsroom.OpenDb();
        gone.PieceTags.Remove(await gone.PieceTags.SingleAsync(Ct));
        await gone.SaveChangesAsync(Ct);
        Assert.Empty(await FindAsync(newsroom, "春节"));
        await gone.QueueEntries.ExecuteDeleteAsync(Ct);
        Assert.Empty(await FindAsync(newsroom, "米粉"));
        Assert.Empty(await FindAsync(newsroom, "老街的"));
    }

    [Fact]
    public async Task Pieces_of_an_older_program_are_in_the_queue_and_found_after_the_start()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var first = await newsroom.AddAsync(Rich(), Ct);
        var second = await newsroom.AddAsync(In(State.Closed, Now.AddMinutes(1)), Ct);
        await newsroom.AddAsync(Draft(Now), Ct);
        await using (var db = newsroom.OpenDb())
            await db.QueueEntries.ExecuteDeleteAsync(Ct);
        Assert.Empty(await FindAsync(newsroom, "龙舟"));

        await newsroom.Services.MigrateAsync(Ct);

        Assert.Equal([first.Id], await FindAsync(newsroom, "龙舟"));
        await using var filled = newsroom.OpenDb();
        Assert.Equal([first.Id, second.Id], await filled.QueueEntries.OrderBy(entry => entry.Serial).Select(entry => entry.SubmissionId).ToListAsync(Ct));
    }

    [Fact]
    public async Task Pages_of_what_was_found_follow_each_other_without_gap_or_repeat()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        List<Guid> added = [];
        for (var number = 0; number < 120; number++)
            added.Add((await newsroom.AddAsync(In(State.Review1, Now.AddMinutes(-number)), Ct)).Id);
        List<Guid> found = [];
        string? next = null;
        do
        {
            var page = await PageAsync(newsroom, QueueFilter.Everything with { Words = "风筝" }, next);
            found.AddRange(page.Rows.Select(row => row.Id));
            next = page.Next;
        }
        while (next is not null);

        Assert.Equal(Enumerable.Reverse(added), found);
    }

    private static Submission Rich()
    {
        var piece = Draft(Now, title: "湘江边的龙舟 4K60帧");
        (piece.Kind, piece.LinkText) = (SubmissionKind.Link, "7.43 复制打开 https://v.douyin.com/iRNBho6u/ 看看");
        piece.Fill(Content.Of(piece) with { Text = "泥鳅和“米粉”，Ｖlog，电话0731，满意100%，\"好\"，𠮷野，🐉", Credits = [new("摄影", ["谢慧"])] });
        (piece.Contact, piece.CreditName) = (piece.Contact! with { Name = "欧阳先生" }, "老街坊");
        piece.Links.Add(new() { Id = Guid.CreateVersion7(), SubmissionId = piece.Id, Platform = "bilibili", Key = "bilibili:BV1bK411W797", Url = "https://www.bilibili.com/video/BV1bK411W797", Kind = LinkKind.Video });
        piece.Apply(Verb.Submit, Actor.Reader, Now, Decision.Plain);
        return piece;
    }

    private static async Task<IEnumerable<Guid>> FindAsync(Newsroom newsroom, string words, Func<QueueFilter, QueueFilter>? more = null)
    {
        var filter = QueueFilter.Everything with { Words = words };
        return (await PageAsync(newsroom, more is null ? filter : more(filter), null)).Rows.Select(row => row.Id);
    }

    private static Task<QueuePage> PageAsync(Newsroom newsroom, QueueFilter filter, string? after) =>
        newsroom.RunAsync((ReviewQueue queue) => queue.PageAsync(Wang, filter, after, Ct));
}
