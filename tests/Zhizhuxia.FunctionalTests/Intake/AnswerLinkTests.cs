using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Accounts;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Intake;

public sealed class AnswerLinkTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 4, 0, 0, TimeSpan.Zero);
    private static readonly Actor Wang = new(Guid.CreateVersion7(), "王编辑", [Role.Editor1], []);

    [Fact]
    public async Task A_link_opens_its_piece_until_it_is_answered_and_no_other()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var link = newsroom.Services.GetRequiredService<AnswerLink>();
        var (piece, other) = (Asked(), Asked());
        var code = link.CodeFor(piece);

        Assert.Equal(piece.Id, AnswerLink.PieceOf(code));
        Assert.True(link.Opens(code, piece));
        Assert.False(link.Opens(code, other));

        piece.Apply(Verb.Answer, Actor.Reader, Now, new Decision { Answer = "是我家孩子" });
        Assert.False(link.Opens(code, piece));
    }

    [Fact]
    public async Task A_link_of_an_earlier_request_does_not_open_a_later_one()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var link = newsroom.Services.GetRequiredService<AnswerLink>();
        var piece = Asked();
        var code = link.CodeFor(piece);
        piece.Apply(Verb.Answer, Actor.Reader, Now, new Decision { Answer = "是我家孩子" });
        Ask(piece);

        Assert.False(link.Opens(code, piece));
        Assert.True(link.Opens(link.CodeFor(piece), piece));
    }

    [Fact]
    public async Task Another_newsrooms_link_opens_nothing()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var elsewhere = await Newsroom.OpenAsync();
        var piece = Asked();

        Assert.False(newsroom.Services.GetRequiredService<AnswerLink>().Opens(elsewhere.Services.GetRequiredService<AnswerLink>().CodeFor(piece), piece));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123-4567-89AB-CDEF-GHJK-MNPQ")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株株")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_link_belongs_to_no_piece(string code) => Assert.Null(AnswerLink.PieceOf(code));

    private static Submission Asked()
    {
        var piece = new Submission { Id = Guid.CreateVersion7(), Kind = SubmissionKind.Proposal, Channel = Channel.Web, CreatedAt = Now, ProposalText = "想拍早餐店" };
        piece.Contact = new("李翰", null, "li@example.org");
        piece.Consents.AddRange(new[] { ConsentKind.Licence, ConsentKind.Truth, ConsentKind.Privacy }.Select(kind => new Consent
        {
            Id = Guid.CreateVersion7(), SubmissionId = piece.Id, Kind = kind, TextVersion = ConsentTexts.Version, Text = ConsentTexts.Of(kind), AgreedAt = Now,
        }));
        piece.Apply(Verb.Submit, Actor.Reader, Now, Decision.Plain);
        Ask(piece);
        return piece;
    }

    private static void Ask(Submission piece)
    {
        piece.Take(Wang, Now, null);
        piece.Apply(Verb.Ask, Wang, Now, new Decision { Items = [RequestItem.Facts], Due = Now.AddDays(7) });
    }
}
