using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Mail.Inbound;

/// <summary>重新发确认链接: a mailed piece whose link has expired is no dead end.</summary>
public sealed class RenewCompleteLinkTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_link_opens_again_and_its_reader_is_written_to_once_a_day()
    {
        await using var postroom = await Postroom.OpenAsync();
        var id = (await postroom.TakePieceAsync(Mails.Plain("湘江龙舟", "想约你们拍湘江的龙舟。"))).Id;
        var now = TimeProvider.System.GetUtcNow();
        await using (var db = postroom.OpenDb())
            await db.Submissions.ExecuteUpdateAsync(set => set.SetProperty(row => row.CreatedAt, now.AddDays(-31)), Ct);
        var piece = await postroom.PieceAsync(id);
        var link = postroom.Newsroom.Services.GetRequiredService<CompleteLink>();
        Assert.False(link.CanOpen(piece, now));

        await RenewAsync(postroom, piece.Id);
        var often = await Assert.ThrowsAsync<RefusedException>(() => RenewAsync(postroom, piece.Id));
        var renewed = await postroom.PieceAsync(piece.Id);

        Assert.True(link.Opens(link.CodeFor(renewed), renewed, now.AddDays(29)));
        Assert.Equal("complete-sent-lately", often.Code);
        Assert.Equal(Mails.Lin, Assert.Single(renewed.Letters, letter => letter.Kind is LetterKind.ConfirmAgain).To);
        Assert.False(link.CanOpen(renewed, now.AddDays(31)));
    }

    [Fact]
    public async Task A_piece_that_needs_no_confirmation_gets_none()
    {
        await using var postroom = await Postroom.OpenAsync();
        var piece = await postroom.TakePieceAsync(Mails.Plain("湘江龙舟", "想约你们拍湘江的龙舟。"));
        await postroom.ChangeAsync(piece.Id, row => row.Apply(Verb.Withdraw, Actor.Reader, TimeProvider.System.GetUtcNow(), Decision.Plain));

        Assert.Equal("complete-not-needed", (await Assert.ThrowsAsync<RefusedException>(() => RenewAsync(postroom, piece.Id))).Code);
    }

    private static async Task RenewAsync(Postroom postroom, Guid piece)
    {
        await using var scope = postroom.Newsroom.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RenewCompleteLink>().RunAsync(piece, Ct);
    }
}
