using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhizhuxia.Accounts;
using Zhizhuxia.FunctionalTests.Uploads;
using Zhizhuxia.Intake;
using Zhizhuxia.Submissions;

namespace Zhizhuxia.FunctionalTests.Intake;

/// <summary>T9: the reader answers, by receipt or by the one-time link, with words, films or consent.</summary>
public sealed class AnswerTests(SleepingPortal fixture) : IClassFixture<SleepingPortal>, IDisposable
{
    private static readonly Actor Wang = new(Guid.NewGuid(), "王编辑", [Role.Editor1], []);
    private readonly TusClient _client = new(fixture.Portal);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Words_send_the_piece_back_to_the_level_that_asked()
    {
        var (code, id) = await AskedAsync();

        await AnswerAsync(code, new("是去年端午拍的。", null, null, []));

        var piece = await PieceAsync(id);
        Assert.Equal((State.Review1, "是去年端午拍的。"), (piece.State, piece.Request!.Answer));
    }

    [Fact]
    public async Task New_films_come_with_the_answer_and_their_jobs_with_them()
    {
        var (code, id) = await AskedAsync();
        var (draft, film) = (Guid.CreateVersion7(), TusClient.Bytes(5000, 1));
        await _client.UploadAsync(draft, film, "原片.mov");

        await AnswerAsync(code, new(null, draft, await OwnerAsync(draft), []));

        var piece = await PieceAsync(id);
        Assert.Equal((State.Review1, Verb.AnswerWithMaterial), (piece.State, piece.History[^1].Verb));
        Assert.Equal(("原片.mov", TusClient.Sha256(film)), (piece.Assets[0].FileName, piece.Assets[0].Sha256));
        await using var db = fixture.Portal.Data.OpenDb();
        Assert.True(await db.Jobs.AnyAsync(job => job.AssetId == piece.Assets[0].Id && job.SubmissionId == id, Ct));
    }

    [Fact]
    public async Task Films_of_another_browser_and_films_still_coming_are_not_taken()
    {
        var (code, _) = await AskedAsync();
        var draft = Guid.CreateVersion7();
        await _client.CreateAsync(draft, 10);

        Assert.Equal("upload-unfinished", await RefusalAsync(code, new(null, draft, await OwnerAsync(draft), [])));
        Assert.Equal("answer-missing", await RefusalAsync(code, new(null, draft, new string('0', 64), [])));
    }

    [Fact]
    public async Task The_one_time_link_works_once()
    {
        var (_, id) = await AskedAsync();
        await using var scope = fixture.Portal.Data.Scope();
        var link = scope.ServiceProvider.GetRequiredService<AnswerLink>().CodeFor(await PieceAsync(id));

        await AnswerAsync(link, new("补充好了。", null, null, []));

        Assert.Equal("answer-link-dead", await RefusalAsync(link, new("再来一次。", null, null, [])));
    }

    [Fact]
    public async Task A_guardians_consent_is_kept_as_text_and_opens_the_way()
    {
        var (code, id) = await AskedAsync("notAsked");

        await AnswerAsync(code, new(null, null, null, [ConsentKind.Guardian]));

        var piece = await PieceAsync(id);
        Assert.Equal((State.Review1, Minors.GuardianAgreed), (piece.State, piece.Declarations!.Minors));
        Assert.Equal(ConsentTexts.Of(ConsentKind.Guardian), piece.Consents.Single(consent => consent.Kind is ConsentKind.Guardian).Text);
    }

    [Fact]
    public async Task A_consent_that_stands_on_record_already_is_an_answer_too()
    {
        var (code, id) = await AskedAsync();

        await AnswerAsync(code, new(null, null, null, [ConsentKind.Licence]));

        var piece = await PieceAsync(id);
        Assert.Equal((State.Review1, "读者已确认同意。"), (piece.State, piece.Request!.Answer));
        Assert.Single(piece.Consents, consent => consent.Kind is ConsentKind.Licence);
    }

    [Fact]
    public async Task Nobody_answers_what_was_not_asked()
    {
        var receipt = await Forms.ReceiptAsync(_client.Http, Forms.Link());

        Assert.Equal("not-possible-now", await RefusalAsync(receipt.GetProperty("receipt").GetString()!, new("我补充一点。", null, null, [])));
        Assert.Equal("receipt-unknown", await RefusalAsync("000000000000000000000000", new("我补充一点。", null, null, [])));
    }

    private async Task<(string Code, Guid Id)> AskedAsync(string minors = "none")
    {
        var form = Forms.Link();
        form["minors"] = minors;
        var receipt = await Forms.ReceiptAsync(_client.Http, form);
        var number = receipt.GetProperty("number").GetString();
        await using var db = fixture.Portal.Data.OpenDb();
        var piece = await db.Aggregate().SingleAsync(piece => piece.Number == number, Ct);
        var now = DateTimeOffset.UtcNow;
        piece.Take(Wang, now, null);
        piece.Apply(Verb.Ask, Wang, now, new() { Items = [RequestItem.Facts], Comment = "什么时候拍的？", Due = now.AddDays(7) });
        await db.SaveChangesAsync(Ct);
        return (receipt.GetProperty("receipt").GetString()!, piece.Id);
    }

    private async Task AnswerAsync(string code, ReaderAnswer answer)
    {
        await using var scope = fixture.Portal.Data.Scope();
        await scope.ServiceProvider.GetRequiredService<AnswerRequest>().RunAsync(code, answer, Ct);
    }

    private async Task<string> RefusalAsync(string code, ReaderAnswer answer) => (await Assert.ThrowsAsync<RefusedException>(() => AnswerAsync(code, answer))).Code;

    private async Task<string> OwnerAsync(Guid draft)
    {
        await using var db = fixture.Portal.Data.OpenDb();
        return (await db.Submissions.SingleAsync(piece => piece.Id == draft, Ct)).OwnerHash!;
    }

    private async Task<Submission> PieceAsync(Guid id)
    {
        await using var db = fixture.Portal.Data.OpenDb();
        return (await db.LoadAsync(id, Ct))!;
    }
}
