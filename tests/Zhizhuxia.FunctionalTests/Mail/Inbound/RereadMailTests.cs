using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Accounts;
using Zhizhuxia.Mail;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Mail.Inbound;

/// <summary>换编码重读 of a mail that is a piece already.</summary>
public sealed class RereadMailTests
{
    private const string Words = "讀者稿";
    private static readonly Actor Wang = new(Guid.CreateVersion7(), "王编辑", [Role.Editor1], []);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Title_and_text_are_written_anew_as_the_next_version()
    {
        await using var postroom = await Postroom.OpenAsync();
        var (mail, piece) = await GarbledAsync(postroom);
        Assert.NotEqual(Words, piece.Text);

        await RereadAsync(postroom, mail, "big5", Wang);

        var again = await postroom.PieceAsync(piece.Id);
        Assert.Equal((Words, Words, Words), (again.Title, again.Text, again.ProposalText));
        Assert.Equal((State.Review1, Verb.Revise, "换编码重读来信：big5", "王编辑"), (again.State, again.History[^1].Verb, again.History[^1].Comment, again.History[^1].ActorName));
        Assert.Equal((2, null), (again.Versions.Count, again.Claim));
        await using var db = postroom.OpenDb();
        Assert.Equal((InboundState.Piece, Words), (await db.InboundMails.AsNoTracking().SingleAsync(Ct)) is var row ? (row.State, row.Facts!.Text) : default);
    }

    [Fact]
    public async Task It_can_be_read_back_but_not_over_an_editors_words()
    {
        await using var postroom = await Postroom.OpenAsync();
        var (mail, piece) = await GarbledAsync(postroom);
        await RereadAsync(postroom, mail, "big5", Wang);

        await RereadAsync(postroom, mail, null, Wang);
        var back = await postroom.PieceAsync(piece.Id);
        await postroom.ChangeAsync(piece.Id, row =>
        {
            row.Take(Wang, TimeProvider.System.GetUtcNow(), null);
            row.Revise(Content.Of(row) with { Title = "编辑拟的题目" }, Wang, TimeProvider.System.GetUtcNow());
        });
        var refused = await Assert.ThrowsAsync<RefusedException>(() => RereadAsync(postroom, mail, "big5", Wang));

        Assert.Equal(piece.Text, back.Text);
        Assert.Equal(("mail-decided", "编辑拟的题目"), (refused.Code, (await postroom.PieceAsync(piece.Id)).Title));
    }

    [Fact]
    public async Task Neither_once_somebody_has_passed_it_nor_while_a_colleague_reads_it()
    {
        await using var postroom = await Postroom.OpenAsync();
        var (mail, piece) = await GarbledAsync(postroom);
        var sun = new Actor(Guid.CreateVersion7(), "孙编辑", [Role.Editor1], []);
        await postroom.ChangeAsync(piece.Id, row => row.Take(sun, TimeProvider.System.GetUtcNow(), null));

        var held = await Assert.ThrowsAsync<RefusedException>(() => RereadAsync(postroom, mail, "big5", Wang));
        await postroom.ChangeAsync(piece.Id, row =>
        {
            var now = TimeProvider.System.GetUtcNow();
            row.Revise(Content.Of(row) with { AiLabel = AiLabel.None }, sun, now);
            row.Apply(Verb.Pass, sun, now, new() { RightsChecked = true });
        });
        var passed = await Assert.ThrowsAsync<RefusedException>(() => RereadAsync(postroom, mail, "big5", Wang));

        Assert.Equal(("claimed-by-other", "mail-decided"), (held.Code, passed.Code));
    }

    [Fact]
    public async Task The_name_alone_can_be_read_anew()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await using var postroom = await Postroom.OpenAsync();
        var name = Convert.ToBase64String(Encoding.GetEncoding("big5").GetBytes("讀者稿"));
        var piece = await postroom.TakePieceAsync($"From: =?gb2312?B?{name}?= <{Mails.Lin}>\r\nSubject: A film\r\n\r\nPlease come and film the old street.\r\n");
        await using var db = postroom.OpenDb();

        await RereadAsync(postroom, (await db.InboundMails.AsNoTracking().SingleAsync(Ct)).Id, "big5", Wang);

        var again = await postroom.PieceAsync(piece.Id);
        Assert.NotEqual("讀者稿", piece.Contact!.Name);
        Assert.Equal(("讀者稿", 1), (again.Contact!.Name, again.Versions.Count));
    }

    /// <summary>Big5 in a mail that says GB2312, too short for the bytes to speak against it.</summary>
    private static async Task<(Guid Mail, Submission Piece)> GarbledAsync(Postroom postroom)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var big5 = Convert.ToBase64String(Encoding.GetEncoding("big5").GetBytes(Words));
        var piece = await postroom.TakePieceAsync(
            $"From: {Mails.Lin}\r\nSubject: =?gb2312?B?{big5}?=\r\nContent-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\n{big5}\r\n");
        await using var db = postroom.OpenDb();
        return ((await db.InboundMails.AsNoTracking().SingleAsync(Ct)).Id, piece);
    }

    private static async Task RereadAsync(Postroom postroom, Guid mail, string? charset, Actor by)
    {
        await using var scope = postroom.Newsroom.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RereadMail>().RunAsync(mail, charset, by, Ct);
    }
}
