using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Accounts;
using Zhizhuxia.FunctionalTests.Jobs;
using Zhizhuxia.Jobs;
using Zhizhuxia.Mail;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Mail.Inbound;

/// <summary>收信台: what a person does with the mails that the rules left lying.</summary>
public sealed class SortMailTests
{
    private static readonly Actor Wang = new(Guid.CreateVersion7(), "王编辑", [Role.Editor1], []);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_is_joined_to_the_number_that_was_typed_with_its_film_and_once()
    {
        await using var postroom = await Postroom.OpenAsync();
        var piece = await postroom.TakePieceAsync(Mails.Plain("湘江龙舟", "想约你们拍湘江的龙舟。"));
        var mail = await postroom.TakeAsync(Mails.WithFilm($"补 {piece.Number}", "这是原片", Mails.Film(4000, 3), from: "son@reader.example"));
        Assert.Equal(InboundState.Unmatched, mail.State);

        var unknown = await Assert.ThrowsAsync<RefusedException>(() => SortAsync(postroom, sort => sort.JoinAsync(mail.Id, "ZX000000-0000", Wang, Ct)));
        await SortAsync(postroom, sort => sort.JoinAsync(mail.Id, piece.Number!.ToLowerInvariant(), Wang, Ct));
        var second = await Assert.ThrowsAsync<RefusedException>(() => SortAsync(postroom, sort => sort.MakePieceAsync(mail.Id, Wang, Ct)));

        var joined = await postroom.PieceAsync(piece.Id);
        Assert.Equal(("number-unknown", "mail-taken"), (unknown.Code, second.Code));
        Assert.Equal((1, Mails.Lin), (joined.Assets.Count, joined.Contact!.Email)); // another sender never replaces the reader
        await using var db = postroom.OpenDb();
        var row = await db.InboundMails.AsNoTracking().SingleAsync(one => one.Id == mail.Id, Ct);
        Assert.Equal((InboundState.Joined, piece.Id, "王编辑"), (row.State, row.SubmissionId, row.DecidedBy));
    }

    [Fact]
    public async Task A_mail_that_was_no_piece_is_made_one()
    {
        await using var postroom = await Postroom.OpenAsync();
        var mail = await postroom.TakeAsync(Mails.WithFilm("自动回复：在拍的", "其实是投稿", Mails.Film(4000, 4), headers: ["Auto-Submitted: auto-replied"]));
        Assert.Equal(InboundState.Ignored, mail.State);

        await SortAsync(postroom, sort => sort.MakePieceAsync(mail.Id, Wang, Ct));

        await using var db = postroom.OpenDb();
        var piece = await db.Aggregate().Include(row => row.Letters).SingleAsync(Ct);
        Assert.Equal((SubmissionKind.Film, 1, 0), (piece.Kind, piece.Assets.Count, piece.Letters.Count)); // and its machine hears nothing
    }

    [Fact]
    public async Task A_mail_is_read_again_in_another_charset_and_thrown_away()
    {
        await using var postroom = await Postroom.OpenAsync();
        var mail = await postroom.TakeAsync($"From: a@b.example\r\nSubject: Re: x\r\nContent-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String([0xB7, 0x73, 0xBB, 0x44])}\r\n"); // 新聞 in Big5
        Assert.NotEqual("新聞", mail.Facts!.Text);

        await SortAsync(postroom, sort => sort.ReadAgainAsync(mail.Id, "big5", Wang, Ct));
        Assert.True(await postroom.Newsroom.DoNextAsync(JobKind.ReadMail, Ct));
        await using var db = postroom.OpenDb();
        var again = await db.InboundMails.AsNoTracking().SingleAsync(Ct);
        await SortAsync(postroom, sort => sort.DiscardAsync(mail.Id, Wang, Ct));

        Assert.Equal((InboundState.Unmatched, "新聞"), (again.State, again.Facts!.Text));
        Assert.Equal(InboundState.Discarded, (await db.InboundMails.AsNoTracking().SingleAsync(Ct)).State);
        Assert.True(File.Exists(Path.Combine(postroom.Newsroom.Root, "blobs", mail.RawKey)));
    }

    [Fact]
    public async Task The_list_shows_each_shelf_and_goes_on_page_by_page()
    {
        await using var postroom = await Postroom.OpenAsync();
        var piece = await postroom.TakePieceAsync(Mails.Plain("湘江龙舟", "想约你们拍湘江的龙舟。"));
        for (var number = 0; number < 3; number++)
            await postroom.TakeAsync(Mails.Plain($"关于 {piece.Number}", $"补充 {number}", from: "other@reader.example"));
        await using var scope = postroom.Newsroom.Services.CreateAsyncScope();
        var list = scope.ServiceProvider.GetRequiredService<InboundList>();

        var first = await list.ReadAsync(InboundTab.Unmatched, null, 2, Ct);
        var second = await list.ReadAsync(InboundTab.Unmatched, first[^1].Mail, 2, Ct);

        Assert.Equal(["补充 2", "补充 1", "补充 0"], first.Concat(second).Select(row => row.Mail.Facts!.Text));
        Assert.All(first, row => Assert.Equal((piece.Number, piece.Title), (row.Number, row.Title)));
        Assert.Equal(4, (await list.ReadAsync(InboundTab.All, null, 10, Ct)).Count);
        Assert.Equal(3, (await list.CountAsync(Ct))[InboundState.Unmatched]);
    }

    private static async Task SortAsync(Postroom postroom, Func<SortMail, Task> step)
    {
        await using var scope = postroom.Newsroom.Services.CreateAsyncScope();
        await step(scope.ServiceProvider.GetRequiredService<SortMail>());
    }
}
