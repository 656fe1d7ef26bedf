using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Accounts;
using Zhizhuxia.Assets;
using Zhizhuxia.FunctionalTests.Review;
using Zhizhuxia.Intake;
using Zhizhuxia.Jobs;
using Zhizhuxia.Submissions;
using static Zhizhuxia.UnitTests.Submissions.Pieces;

namespace Zhizhuxia.BrowserTests.Desk;

/// <summary>
/// A running portal with something of everything on its pages: pieces in every state, refused and marked films, letters sent, held and stuck,
/// work that is parked, columns and people. Jobs do not run, so that it stays as it is.
/// </summary>
public sealed class BusyNewsroom : IAsyncLifetime
{
    /// <summary>Holds every role there is.</summary>
    public const string Everybody = "周全能";

    /// <summary>Has a second factor.</summary>
    public const string Careful = "严两步";

    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private readonly Dictionary<string, Submission> _pieces = [];
    private PortalProcess? _portal;

    public PortalProcess Portal => _portal ?? throw new InvalidOperationException("Not started yet");

    public Chromium Chromium { get; } = new();

    /// <summary>The person with every role.</summary>
    public Guid PersonId { get; private set; }

    public Guid ColumnId { get; } = Guid.CreateVersion7();

    /// <summary>By state; "mine" is claimed, "theirs" a colleague's, "taken" was taken over.</summary>
    internal Submission Piece(string name) => _pieces[name];

    public async ValueTask InitializeAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        _portal = await PortalProcess.StartAsync(new Dictionary<string, string> { ["Jobs:Run"] = "None", ["Accounts:SecondFactor"] = "Optional", ["Accounts:StepUp"] = "12:00:00" }, ct); // however long it takes to look at every page
        var everybody = await Portal.HireAsync(Everybody, ct, Enum.GetValues<Role>());
        PersonId = everybody.Id;
        var careful = await Portal.HireAsync(Careful, ct, Role.Editor1);
        var left = await Portal.HireAsync("离岗编辑", ct, Role.Desk);
        await using (var db = Portal.Data.OpenDb())
        {
            db.Users.UpdateRange(careful, left);
            (careful.TwoFactorEnabled, left.Disabled) = (true, true);
            db.Columns.AddRange(
                new() { Id = ColumnId, Name = "视·街坊", Motto = "门口的事，身边的人", Position = 1 },
                new() { Id = Guid.CreateVersion7(), Name = "视·抗疫", Position = 2, Open = false });
            db.StandIns.AddRange(StandIn(careful, everybody, Now.AddDays(-1), Now.AddDays(6)), StandIn(careful, everybody, Now.AddDays(10), Now.AddDays(12)), StandIn(careful, everybody, Now.AddDays(-9), Now.AddDays(-2)));
            await db.SaveChangesAsync(ct);
        }
        foreach (var state in Enum.GetValues<State>())
            await AddAsync(state.ToString(), In(state, Now.AddDays(-3), ColumnId), ct);
        await AddAsync("mine", Claimed(Actor.Of(everybody)), ct);
        await AddAsync("theirs", Claimed(Wang), ct);
        await AddAsync("taken", TakenOver(from: Actor.Of(everybody)), ct);
        await AddAsync("link", Link(), ct);
        await AddLettersAndWorkAsync(ct);
        await Chromium.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        if (_portal is not null)
            await _portal.DisposeAsync();
    }

    /// <summary>What the reader of a piece types on the status page.</summary>
    internal string ReceiptOf(Submission piece)
    {
        using var scope = Portal.Data.Scope();
        return scope.ServiceProvider.GetRequiredService<ReceiptCodes>().CodeOf(piece.Id);
    }

    /// <summary>The machine at the first film of a piece gets on.</summary>
    /// <param name="progress">0 to 1.</param>
    internal async Task WorkOnAsync(Submission piece, double progress)
    {
        var film = piece.Assets[0].Id;
        await using var db = Portal.Data.OpenDb();
        Assert.Equal(1, await db.Jobs.Where(job => job.AssetId == film && job.State == JobState.Running).ExecuteUpdateAsync(set => set.SetProperty(job => job.Progress, progress), TestContext.Current.CancellationToken));
    }

    private static StandIn StandIn(Editor colleague, Editor lender, DateTimeOffset from, DateTimeOffset until) => new()
    {
        Id = Guid.CreateVersion7(), Role = Role.Editor2, EditorId = colleague.Id, From = from, Until = until, Reason = "李主任到省里开会", LentBy = lender.Id, LentByName = lender.DisplayName, LentAt = from,
    };

    private async Task AddAsync(string name, Submission piece, CancellationToken ct)
    {
        await using var scope = Portal.Data.Scope();
        var codes = scope.ServiceProvider.GetRequiredService<ReceiptCodes>();
        piece.ReceiptHash = codes.HashOf(codes.CodeOf(piece.Id));
        await using var db = Portal.Data.OpenDb();
        await db.KeepAsync(piece, ct);
        _pieces[name] = piece;
    }

    /// <summary>With one film that has every mark, a refused one, and one that still comes.</summary>
    private Submission Claimed(Actor actor)
    {
        var piece = In(State.Review1, Now.AddDays(-13), ColumnId); // two days of the fifteen are left
        var refused = Arrived(piece, Now);
        refused.Reject("corrupt");
        piece.Assets.AddRange([Marked(piece), refused, new() { Id = Guid.CreateVersion7(), SubmissionId = piece.Id, FileName = "还在传.mov", Length = 5000, CreatedAt = Now }]);
        piece.Declarations = piece.Declarations! with { AiUse = AiUse.Yes, AiWhere = "片头", Minors = Minors.NotAsked };
        piece.Take(actor, Now, null);
        piece.Revise(Content.Of(piece) with { Text = "一根线，牵着三代人。", Title = "湘江边的大风筝" }, actor, Now);
        return piece;
    }

    private static Asset Marked(Submission piece)
    {
        var asset = Arrived(piece, Now);
        asset.Store(Now);
        asset.Accept(
            new("{}", "1280×720 横屏 · 30 帧/秒 · 0:12 · H.264 · 立体声", """{"location":"+27.8281+113.1518/","device":"某品牌手机"}""", 12, true,
                ["damaged", "truncated", "several_video_tracks", "very_small"], new(RenditionKind.Poster, 1, "poster.jpg", ["poster.jpg"], 960, 540, 1)),
            Place.Ordinary, Now);
        asset.Jobs.Clear();
        return asset;
    }

    private Submission TakenOver(Actor from)
    {
        var piece = Claimed(from);
        piece.Take(Li with { Roles = [Role.Editor1] }, Now, "周全能外出采访，这篇等不及");
        return piece;
    }

    private Submission Link()
    {
        var piece = In(State.Review2, Now.AddDays(-16), ColumnId); // overdue
        (piece.Kind, piece.LinkText) = (SubmissionKind.Link, "7.43 复制打开抖音 https://v.douyin.com/iRNBho6u/ 湘江边的龙舟");
        piece.Contact = new("周先生", "13812340000", null);
        piece.Links.Add(new()
        {
            Id = Guid.CreateVersion7(), SubmissionId = piece.Id, Platform = "wechat_channels", Key = "wechat_channels:AbCdEf", Url = "https://weixin.qq.com/sph/AbCdEf", Kind = LinkKind.Video,
            Title = "湘江边的风筝", Author = "老街", Description = "一根线，牵着两代人。", Picture = $"https://open.example.org/{new string('a', 120)}.jpg", Code = "6zg9", Expires = "7天",
        });
        return piece;
    }

    private async Task AddLettersAndWorkAsync(CancellationToken ct)
    {
        await using var db = Portal.Data.OpenDb();
        var piece = Piece("mine");
        foreach (var (state, notBefore, kind) in new[]
                 {
                     (LetterState.Sent, Now, LetterKind.Received), (LetterState.Waiting, Now.AddHours(9), LetterKind.Declined),
                     (LetterState.Waiting, Now, LetterKind.PleaseComplete), (LetterState.CalledBack, Now, LetterKind.Declined),
                 })
        {
            var letter = new Letter
            {
                Id = Guid.CreateVersion7(), SubmissionId = piece.Id, Kind = kind, To = "reader@example.org", Subject = "【知株侠】您的投稿", Body = "您好：\n谢谢。",
                CreatedAt = Now, NotBefore = notBefore, State = state, SentAt = state is LetterState.Sent ? Now : null,
            };
            db.Letters.Add(letter);
            var job = Job.ForLetter(piece.Id, letter.Id, notBefore, Now);
            if (kind is LetterKind.PleaseComplete)
                (job.State, job.Failures, job.Error) = (JobState.Dead, 8, "IOException: disk full");
            db.Jobs.Add(job);
        }
        foreach (var (kind, state) in new[] { (JobKind.MakeProxy, JobState.Running), (JobKind.MakeLadder, JobState.Dead), (JobKind.InspectAsset, JobState.Ready) })
        {
            var job = Job.ForAsset(kind, piece.Id, piece.Assets[0].Id, Now);
            (job.State, job.Failures, job.Error, job.Progress) = (state, 3, "InvalidOperationException: ffmpeg ended with 1", 0.4);
            db.Jobs.Add(job);
        }
        BusyMails.Add(db, piece, Now);
        await db.SaveChangesAsync(ct);
    }
}

[CollectionDefinition(nameof(BusyNewsroom))]
public sealed class BusyNewsroomTests : ICollectionFixture<BusyNewsroom>;
