using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.FunctionalTests.Jobs;
using Zhizhuxia.Intake;
using Zhizhuxia.Jobs;
using Zhizhuxia.Review;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>What a link's page says arrives by a job: once, also when it was stopped; and a page that says nothing stops nobody.</summary>
public sealed class FetchLinkFactsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static SubmissionForm Form(string pasted) => new()
    {
        Kind = SubmissionKind.Link, LinkText = pasted, Title = "湘江边的龙舟", Text = "端午节上午在湘江风光带拍的龙舟赛。", Origin = Origin.Own, AiUse = AiUse.No, People = PeopleShown.AllAgreed,
        Minors = Minors.None, PublishedBefore = PublishedBefore.No, CreditWish = CreditWish.None, Name = "李女士", Email = "reader@example.org", Age = AgeGroup.Adult,
        AgreeLicence = true, AgreeTruth = true, AgreePrivacy = true,
    };

    [Fact]
    public async Task The_text_is_known_at_once_and_the_page_after_the_job()
    {
        await using var net = new OpenNet();
        await using var newsroom = await OpenAsync(net);
        await SendAsync(newsroom, "看看 http://open.example.org/page 链接：https://pan.baidu.com/s/1NI7k_QY 提取码：6zg9 有效期：7天");

        var before = await LinksAsync(newsroom);
        Assert.Equal(["unknown:open.example.org/page", "baidu_pan:NI7k_QY"], before.Select(link => link.Key));
        Assert.Equal((LinkKind.CloudDisk, "6zg9", "7天", null), (before[1].Kind, before[1].Code, before[1].Expires, before[1].FetchedAt));

        Assert.True(await newsroom.DoNextAsync(JobKind.FetchLinkFacts, Ct));

        var after = await LinksAsync(newsroom);
        Assert.Equal(("江边的龙舟", "老街", "端午节 上午拍的", "https://open.example.org/a.jpg", null), (after[0].Title, after[0].Author, after[0].Description, after[0].Picture, after[0].Failure));
        Assert.Equal((null, "not-public"), (after[1].Title, after[1].Failure));
        Assert.All(after, link => Assert.NotNull(link.FetchedAt));
        Assert.Equal(0, net.Canary);
    }

    [Fact]
    public async Task Twice_is_once()
    {
        await using var net = new OpenNet();
        await using var newsroom = await OpenAsync(net);
        var piece = await SendAsync(newsroom, "http://open.example.org/page");
        Assert.True(await newsroom.DoNextAsync(JobKind.FetchLinkFacts, Ct));
        await using (var db = newsroom.OpenDb())
        {
            db.Jobs.Add(Job.ForPiece(JobKind.FetchLinkFacts, piece, TimeProvider.System.GetUtcNow().AddMinutes(-1)));
            await db.SaveChangesAsync(Ct);
        }

        Assert.True(await newsroom.DoNextAsync(JobKind.FetchLinkFacts, Ct));

        Assert.Equal(1, net.Visits);
        Assert.Equal("江边的龙舟", (await LinksAsync(newsroom)).Single().Title);
    }

    [Fact]
    public async Task Stopped_between_the_page_and_the_row_it_looks_again()
    {
        using var stop = new CancellationTokenSource();
        await using var net = new OpenNet(async (path, stream, ct) =>
        {
            if (path is "/gbk" && !stop.IsCancellationRequested)
                await stop.CancelAsync(); // the first page is there, the second is not
            else
                await OpenPages.AnswerAsync(path, stream, ct);
        });
        await using var newsroom = await OpenAsync(net);
        await SendAsync(newsroom, "http://open.example.org/page http://open.example.org/gbk");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => newsroom.DoNextAsync(JobKind.FetchLinkFacts, stop.Token));
        Assert.Equal(1, await newsroom.Services.GetRequiredService<JobTable>().FreeFormerLifeAsync(Ct));
        Assert.All(await LinksAsync(newsroom), link => Assert.Null(link.FetchedAt));
        Assert.True(await newsroom.DoNextAsync(JobKind.FetchLinkFacts, Ct));

        Assert.Equal(["江边的龙舟", "株洲的早晨"], (await LinksAsync(newsroom)).Select(link => link.Title));
    }

    [Fact]
    public async Task The_desk_is_told_which_piece_shares_the_clip_and_nothing_is_decided()
    {
        await using var net = new OpenNet();
        await using var newsroom = await OpenAsync(net);
        var first = await SendAsync(newsroom, "https://www.bilibili.com/video/BV1bK411W797?vd_source=a", Arrival.Web);
        var mailed = await SendAsync(newsroom, "BV1bK411W797 http://m.bilibili.com/video/BV1bK411W797", new(Channel.Mail, null));
        var second = await SendAsync(newsroom, "【晨练-哔哩哔哩】 https://b23.tv/BV1bK411W797");
        await SendAsync(newsroom, "https://www.bilibili.com/video/BV1bK411W798");

        for (var piece = 0; piece < 4; piece++)
        {
            Assert.True(await newsroom.DoNextAsync(JobKind.FetchLinkFacts, Ct));
            Assert.True(await newsroom.DoNextAsync(JobKind.FindDuplicates, Ct));
        }

        await using var scope = newsroom.Services.CreateAsyncScope();
        var folder = await scope.ServiceProvider.GetRequiredService<ReadPiece>().RunAsync(second, Ct);

        Assert.Equal([first, mailed], folder!.Alike.Select(alike => alike.Other.Id));
        Assert.All(folder.Alike, alike => Assert.Equal((ResemblanceKind.SameLink, ResemblanceState.Suggested), (alike.Pair.Evidence.Single().Kind, alike.Pair.State)));
        Assert.Equal(State.Review1, folder.Piece.State);
    }

    private static Task<Newsroom> OpenAsync(OpenNet net) => Newsroom.OpenAsync(add: services => services.AddSingleton(net.Network));

    private static async Task<Guid> SendAsync(Newsroom newsroom, string pasted, Arrival? arrival = null)
    {
        await using var scope = newsroom.Services.CreateAsyncScope();
        var receipt = await scope.ServiceProvider.GetRequiredService<ReceiveLink>().RunAsync(Form(pasted), arrival ?? Arrival.Api, Guid.NewGuid().ToString("N"), Ct);
        await using var db = newsroom.OpenDb();
        return await db.Submissions.Where(piece => piece.Number == receipt.Number).Select(piece => piece.Id).SingleAsync(Ct);
    }

    private static async Task<List<LinkFact>> LinksAsync(Newsroom newsroom)
    {
        await using var db = newsroom.OpenDb();
        return await db.LinkFacts.AsNoTracking().OrderBy(link => link.Id).ToListAsync(Ct);
    }
}
